import { contactSchema, handleOf, LIMITS, planSentElsewhere } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { handleRef } from '../../contacts/index.js';
import { db } from '../../platform/firestore.js';
import { contactRef, messageRef } from '../../platform/refs.js';
import type { ReadyAccount } from '../accounts.js';
import { handedOver } from '../handedOver.js';
import type { MailReading } from '../mail/readMail.js';
import { readMailMessageId } from '../messageId.js';
import { applyEvent } from '../settle.js';

const MOST_RECIPIENTS = 10;
const handleSchema = z.object({ contactId: z.string() });
const beforeSchema = z.object({
  lastMessage: contactSchema.shape.lastMessage,
  waitingSince: contactSchema.shape.waitingSince,
});

/**
 * A mail among what was sent. One of ours proves that it was accepted; any other was written in another program, and appears
 * with each of its recipients who is a contact. It makes nobody a contact: people also write to their dentist.
 */
export async function takeSentMail(account: ReadyAccount, mail: MailReading, atMs: number): Promise<string> {
  const own = readMailMessageId(mail.messageId);
  if (own) {
    if (own.orgId !== account.orgId) return 'not-ours';
    const at = Timestamp.fromMillis(atMs);
    await applyEvent(own, 'evidence-accepted', (now) => handedOver(own, now, mail.messageId, at));
    return 'own';
  }
  const outcomes = [];
  for (const to of mail.to.filter((each) => each !== account.account.address).slice(0, MOST_RECIPIENTS)) {
    outcomes.push(await showWith(account, mail, to, atMs));
  }
  return outcomes.find((outcome) => outcome !== 'stranger') ?? 'stranger';
}

function showWith(account: ReadyAccount, mail: MailReading, to: string, atMs: number): Promise<string> {
  return db().runTransaction(async (tx) => {
    const contact = await holderOf(tx, account.orgId, to);
    if (!contact) return 'stranger';
    const messageId = sentMessageId(account, mail);
    const ref = messageRef({ orgId: account.orgId, contactId: contact.id, messageId });
    const [message, holder] = await tx.getAll(ref, contact);
    if (message?.exists || !holder?.exists) return 'duplicate';
    const at = Timestamp.fromMillis(atMs);
    tx.create(ref, {
      channel: 'email',
      direction: 'out',
      accountId: account.accountId,
      from: account.account.address,
      to,
      subject: mail.subject.slice(0, LIMITS.subject),
      body: mail.text,
      references: mail.references,
      state: 'sent',
      at,
      sentAt: at,
      providerId: mail.messageId,
      ...(mail.attachments.length > 0 && { attachments: mail.attachments }),
      ...(mail.hasHtml && { hasHtml: true }),
    });
    const change = planSentElsewhere(beforeSchema.parse(holder.data()), { messageId, at, body: mail.text });
    if (Object.keys(change).length > 0) tx.update(contact, { ...change });
    return 'shown';
  });
}

async function holderOf(tx: Transaction, orgId: string, address: string): Promise<DocumentReference | null> {
  const handle = await tx.get(handleRef(orgId, handleOf('email', address)));
  return handle.exists ? contactRef(orgId, handleSchema.parse(handle.data()).contactId) : null;
}

/** The same mail found again, in whatever folder and under whatever number, is the same message. */
function sentMessageId({ accountId }: ReadyAccount, { messageId }: MailReading): string {
  const digest = createHash('sha256').update(`sent ${accountId} ${messageId}`).digest('hex');
  return `sent_${digest.slice(0, 24)}`;
}
