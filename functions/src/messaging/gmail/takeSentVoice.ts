import { newestPart, voiceNumbersOf } from '@leadpulse/model';
import type { ReadyAccount } from '../accounts.js';
import type { MailReading } from '../mail/readMail.js';
import { readMailMessageId } from '../messageId.js';
import { showSent } from '../showSent.js';
import { riderOf, ridersOf } from './takeVoice.js';

/**
 * A text that somebody answered in Gmail: a mail to the address that Google Voice made up for the conversation. It appears
 * with who holds the number. What is typed in Google Voice itself leaves no mail. False: it is no such mail.
 */
export async function takeSentVoice(gmail: ReadyAccount, mail: MailReading, atMs: number): Promise<boolean> {
  const [numbers] = mail.to.flatMap((to) => voiceNumbersOf(to) ?? []);
  if (!numbers || readMailMessageId(mail.ownId)) return false;
  const account = riderOf(await ridersOf(gmail), numbers.own);
  if (!account) return false;
  const body = newestPart(mail.text) || mail.text;
  await showSent({ account, channel: 'sms', to: numbers.contact, body, atMs }, mail);
  return true;
}
