import { handleOf, messageSchema } from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { z } from 'zod';
import { handleRef } from '../contacts/index.js';
import { db } from '../platform/firestore.js';
import { contactRef, contactsOf, messagePathOf, messageRef } from '../platform/refs.js';
import type { MessagePath } from '../platform/refs.js';
import type { ReadyAccount } from './accounts.js';
import type { Inbound } from './inbound.js';
import { readMailMessageId } from './messageId.js';

export interface Route {
  contact: DocumentSnapshot;
  /** The handle to claim for the contact; null if it has one, or if the thread and not the address led to it. */
  claim: DocumentReference | null;
  /** The message of ours that this one answers. */
  answered: { path: MessagePath; snapshot: DocumentSnapshot } | null;
}

const MOST_IDS = 30; // of one `in`

const handleSchema = z.object({ contactId: z.string() });

/** An answer to a message of ours goes to its contact, whoever wrote it; any other to who holds the address. */
export async function findRoute(tx: Transaction, inbound: Inbound): Promise<Route> {
  const own = ownReference(inbound);
  return (own && (await byThread(tx, own))) ?? byAddress(tx, inbound);
}

async function byThread(tx: Transaction, path: MessagePath): Promise<Route | null> {
  const [answered, contact] = await tx.getAll(messageRef(path), contactRef(path.orgId, path.contactId));
  if (!answered?.exists || !contact?.exists) return null;
  return { contact, claim: null, answered: { path, snapshot: answered } };
}

async function byAddress(tx: Transaction, inbound: Inbound): Promise<Route> {
  const { account, channel, from } = inbound;
  const { orgId } = account;
  const handle = await tx.get(handleRef(orgId, handleOf(channel, from)));
  const thread = handle.exists ? null : await byForeignThread(tx, inbound);
  if (thread) return thread;
  const contact = handle.exists
    ? contactRef(orgId, handleSchema.parse(handle.data()).contactId)
    : contactsOf(orgId).doc();
  return { contact: await tx.get(contact), claim: handle.exists ? null : handle.ref, answered: null };
}

/** Somebody whom nobody knows answers in the thread of a mail that is no message of ours, but that we have read. */
async function byForeignThread(tx: Transaction, { account, references }: Inbound): Promise<Route | null> {
  const found = await findByProviderId(account, references, tx);
  if (!found) return null;
  const contact = await tx.get(contactRef(found.path.orgId, found.path.contactId));
  return contact.exists ? { contact, claim: null, answered: null } : null;
}

/** The newest message of a mailbox with one of these Message-IDs; none of an account that reads no mailbox. */
export async function findByProviderId(
  { account, accountId }: ReadyAccount,
  providerIds: readonly string[],
  tx?: Transaction,
): Promise<{ path: MessagePath; providerId: string } | null> {
  const ids = [...new Set(providerIds)].slice(-MOST_IDS);
  const readsMailbox = account.kind === 'imap' || account.gmailSync !== undefined;
  if (!readsMailbox || ids.length === 0) return null;
  const query = db()
    .collectionGroup('messages')
    .where('accountId', '==', accountId)
    .where('providerId', 'in', ids)
    .limit(MOST_IDS);
  const { docs } = await (tx ? tx.get(query) : query.get());
  const [found] = docs.sort((a, b) => millisOf(b) - millisOf(a));
  return found ? { path: messagePathOf(found.ref), providerId: String(found.get('providerId')) } : null;
}

function millisOf(message: DocumentSnapshot): number {
  return messageSchema.shape.at.parse(message.get('at')).toMillis();
}

/** The newest Message-ID in the thread that is ours and of this organization. */
function ownReference({ references, account }: Inbound): MessagePath | null {
  const own = references.map(readMailMessageId).filter((path) => path?.orgId === account.orgId);
  return own.at(-1) ?? null;
}
