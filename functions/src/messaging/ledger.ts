import type { Channel, ContactConsent } from '@leadpulse/model';
import { contactConsentSchema } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { suppressionRef } from '../contacts/index.js';
import { contactsOf } from '../platform/refs.js';

const MOST_HOLDERS = 50;

/** Whose address of which organization it is about. */
interface About {
  account: { orgId: string };
  channel: Channel;
  from: string;
}

interface Holder {
  ref: DocumentReference;
  previousHash: string | null;
}

/** Everybody whom an opt-out or opt-in concerns: the contact it came from and all that hold the same address. */
export async function readHolders(
  tx: Transaction,
  { account, channel, from }: About,
  contact: DocumentReference,
): Promise<Holder[]> {
  const field = channel === 'sms' ? 'phones' : 'emails';
  const query = contactsOf(account.orgId).where(field, 'array-contains', from).limit(MOST_HOLDERS);
  const others = (await tx.get(query)).docs.map((snapshot) => snapshot.ref);
  const refs = [contact, ...others.filter((ref) => ref.id !== contact.id)];
  return Promise.all(refs.map(async (ref) => ({ ref, previousHash: await lastHash(tx, ref) })));
}

async function lastHash(tx: Transaction, contact: DocumentReference): Promise<string | null> {
  const { docs } = await tx.get(contact.collection('consents').orderBy('at', 'desc').limit(1));
  return docs[0] ? consentHash(contactConsentSchema.parse(docs[0].data())) : null;
}

/** What the next entry repeats of this one. @internal */
export function consentHash(entry: ContactConsent): string {
  const { channel, kind, basis, evidence, source, at, previousHash } = entry;
  const text = JSON.stringify([channel, kind, basis, evidence, source, at.toMillis(), previousHash]);
  return createHash('sha256').update(text).digest('hex');
}

/** Writes an opt-out or opt-in: the suppression that outlives the contact, and a consent entry with each holder. */
export function writeLedger(
  tx: Transaction,
  about: About,
  entry: Pick<ContactConsent, 'kind' | 'evidence' | 'source'> & { holders: Holder[] },
): void {
  const { account, channel, from } = about;
  const at = Timestamp.now();
  const suppression = suppressionRef(account.orgId, channel, from);
  if (entry.kind === 'revoke') tx.set(suppression, { channel, at });
  else tx.delete(suppression);
  const [, ...others] = entry.holders; // the first is written with the message
  for (const { ref } of others) tx.update(ref, { [`optOut.${channel}`]: entry.kind === 'revoke' });
  for (const { ref, previousHash } of entry.holders) {
    const consent: ContactConsent = {
      channel,
      kind: entry.kind,
      basis: 'message',
      evidence: entry.evidence,
      source: entry.source,
      at,
      previousHash,
    };
    tx.set(ref.collection('consents').doc(entry.evidence), consent);
  }
}
