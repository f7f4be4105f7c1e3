import { Timestamp } from 'firebase-admin/firestore';
import type { ReadyAccount } from './accounts.js';
import { handedOver } from './handedOver.js';
import type { MailReading } from './mail/readMail.js';
import { mailMessageId, readMailMessageId } from './messageId.js';
import { applyEvent } from './settle.js';
import { showSent } from './showSent.js';

const MOST_RECIPIENTS = 10;

/**
 * A mail among what was sent. One of ours proves that it was accepted; any other was written in another program, and appears
 * with each of its recipients who is a contact. It makes nobody a contact: people also write to their dentist.
 */
export async function takeSentMail(account: ReadyAccount, mail: MailReading, atMs: number): Promise<string> {
  const own = readMailMessageId(mail.messageId) ?? readMailMessageId(mail.ownId);
  if (own) {
    if (own.orgId !== account.orgId) return 'not-ours';
    const at = Timestamp.fromMillis(atMs);
    await applyEvent(own, 'evidence-accepted', (now) => handedOver(own, now, mailMessageId(own), at));
    return 'own';
  }
  const outcomes = [];
  for (const to of mail.to.filter((each) => each !== account.account.address).slice(0, MOST_RECIPIENTS)) {
    outcomes.push(await showSent({ account, channel: 'email', to, body: mail.text, atMs }, mail));
  }
  return outcomes.find((outcome) => outcome !== 'stranger') ?? 'stranger';
}
