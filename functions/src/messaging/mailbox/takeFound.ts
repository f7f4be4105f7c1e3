import { receivedAtMs } from '../inbound.js';
import type { ReadyAccount } from '../accounts.js';
import { readMail } from '../mail/readMail.js';
import { takeMail } from '../takeMail.js';
import { takeSentMail } from '../takeSentMail.js';

/** A mail as it lies in a folder. */
export interface FoundMail {
  raw: Buffer;
  at: Date | undefined; // when it came into the mailbox
  flags: ReadonlySet<string>;
  isHistory: boolean; // found by the first look: it was there before the account was
}

/** Takes in what came into a mailbox, on the way of every other channel's messages; read twice it changes nothing. */
export async function takeReceived(account: ReadyAccount, found: FoundMail): Promise<string> {
  const mail = await readMail(found.raw, { isReceivedByGoogle: isGoogle(account) });
  if (!mail) return 'unreadable';
  const isRead = found.flags.has('\\Seen');
  const marks = { isRead, isAnswered: found.flags.has('\\Answered') || (found.isHistory && isRead) };
  return takeMail(account, mail, { atMs: receivedAtMs(found.at ?? mail.date, Date.now()), marks });
}

/** Takes in what was sent from a mailbox, by us or by another program. */
export async function takeSent(account: ReadyAccount, found: FoundMail): Promise<string> {
  const mail = await readMail(found.raw, { isReceivedByGoogle: false });
  if (!mail) return 'unreadable';
  return takeSentMail(account, mail, receivedAtMs(mail.date ?? found.at, Date.now()));
}

function isGoogle({ credentials: { mailbox } }: ReadyAccount): boolean {
  return mailbox?.imap.host.toLowerCase() === 'imap.gmail.com';
}
