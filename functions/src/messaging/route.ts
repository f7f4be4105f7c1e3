import { handleOf } from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { z } from 'zod';
import { handleRef } from '../contacts/index.js';
import { contactRef, contactsOf, messageRef } from '../platform/refs.js';
import type { MessagePath } from '../platform/refs.js';
import type { Inbound } from './inbound.js';
import { readMailMessageId } from './messageId.js';

export interface Route {
  contact: DocumentSnapshot;
  /** The handle to claim for the contact; null if it has one, or if the thread and not the address led to it. */
  claim: DocumentReference | null;
  /** The message of ours that this one answers. */
  answered: { path: MessagePath; snapshot: DocumentSnapshot } | null;
}

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

async function byAddress(tx: Transaction, { account, channel, from }: Inbound): Promise<Route> {
  const { orgId } = account;
  const handle = await tx.get(handleRef(orgId, handleOf(channel, from)));
  const contact = handle.exists
    ? contactRef(orgId, handleSchema.parse(handle.data()).contactId)
    : contactsOf(orgId).doc();
  return { contact: await tx.get(contact), claim: handle.exists ? null : handle.ref, answered: null };
}

/** The newest Message-ID in the thread that is ours and of this organization. */
function ownReference({ references, account }: Inbound): MessagePath | null {
  const own = references.map(readMailMessageId).filter((path) => path?.orgId === account.orgId);
  return own.at(-1) ?? null;
}
