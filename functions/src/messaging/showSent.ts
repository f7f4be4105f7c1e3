import type { Channel } from '@leadpulse/model';
import { contactSchema, handleOf, LIMITS, planSentElsewhere } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { handleRef } from '../contacts/index.js';
import { db } from '../platform/firestore.js';
import { contactRef, messageRef } from '../platform/refs.js';
import type { ReadyAccount } from './accounts.js';
import type { MailReading } from './mail/readMail.js';

/** Something that was sent from an account by another program, to one of its recipients. */
export interface SentElsewhere {
  account: ReadyAccount;
  channel: Channel;
  to: string;
  body: string;
  atMs: number;
}

const handleSchema = z.object({ contactId: z.string() });
const beforeSchema = z.object({
  lastMessage: contactSchema.shape.lastMessage,
  waitingSince: contactSchema.shape.waitingSince,
});

/** Shows it with the contact who holds the address, once; it makes nobody a contact. */
export function showSent(
  { account, channel, to, body, atMs }: SentElsewhere,
  mail: MailReading,
): Promise<'stranger' | 'duplicate' | 'shown'> {
  return db().runTransaction(async (tx) => {
    const contact = await holderOf(tx, account.orgId, { channel, to });
    if (!contact) return 'stranger';
    const messageId = sentMessageId(account, mail);
    const ref = messageRef({ orgId: account.orgId, contactId: contact.id, messageId });
    const [message, holder] = await tx.getAll(ref, contact);
    if (message?.exists || !holder?.exists) return 'duplicate';
    const at = Timestamp.fromMillis(atMs);
    tx.create(ref, {
      channel,
      direction: 'out',
      accountId: account.accountId,
      from: account.account.address,
      to,
      body,
      ...(channel === 'email' && mailFields(mail)),
      state: 'sent',
      at,
      sentAt: at,
      providerId: mail.messageId,
    });
    const isAutomatic = mail.kind === 'automatic' || mail.kind === 'bulk';
    const sent = { messageId, channel, at, body, isAutomatic };
    const change = planSentElsewhere(beforeSchema.parse(holder.data()), sent);
    if (Object.keys(change).length > 0) tx.update(contact, { ...change });
    return 'shown';
  });
}

function mailFields({ subject, references, attachments, hasHtml }: MailReading): Record<string, unknown> {
  return {
    subject: subject.slice(0, LIMITS.subject),
    references,
    ...(attachments.length > 0 && { attachments }),
    ...(hasHtml && { hasHtml }),
  };
}

async function holderOf(
  tx: Transaction,
  orgId: string,
  { channel, to }: Pick<SentElsewhere, 'channel' | 'to'>,
): Promise<DocumentReference | null> {
  const handle = await tx.get(handleRef(orgId, handleOf(channel, to)));
  return handle.exists ? contactRef(orgId, handleSchema.parse(handle.data()).contactId) : null;
}

/** The same mail found again, in whatever folder and under whatever number, is the same message. */
function sentMessageId({ accountId }: ReadyAccount, { messageId }: MailReading): string {
  const digest = createHash('sha256').update(`sent ${accountId} ${messageId}`).digest('hex');
  return `sent_${digest.slice(0, 24)}`;
}
