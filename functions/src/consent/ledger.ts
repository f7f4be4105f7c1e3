import type { Channel, ChainHead, ConsentNote, Contact, OptOutQuestion } from '@leadpulse/model';
import { contactConsentSchema, contactSchema, headAfterOlder, linkId, nextConsent } from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { suppressionRef } from '../contacts/index.js';
import { sha256 } from '../platform/audit.js';
import { contactsOf } from '../platform/refs.js';

const MOST_HOLDERS = 50;

/** A contact whose consents an entry is added to. */
interface Holder {
  ref: DocumentReference;
  head: ChainHead;
  optOutQuestion: Contact['optOutQuestion'];
}

/** What is said about the addresses of one channel; the rest of the entry follows from it. */
export interface Said extends Omit<ConsentNote, 'at' | 'channel'> {
  orgId: string;
  channel: Channel;
  addresses: readonly string[];
  question?: Omit<OptOutQuestion, 'at'>; // with a doubt: what is asked
}

/**
 * Everybody whom an entry concerns: the contact it came from and all that hold one of the addresses. The entries go on
 * from the heads in the contacts themselves, which the transaction has read in any case.
 */
export async function readHolders(
  tx: Transaction,
  contact: DocumentSnapshot,
  { orgId, channel, addresses }: Pick<Said, 'orgId' | 'channel' | 'addresses'>,
): Promise<Holder[]> {
  const field = channel === 'sms' ? 'phones' : 'emails';
  const query = contactsOf(orgId)
    .where(field, 'array-contains-any', addresses.length === 0 ? ['-'] : [...addresses])
    .limit(MOST_HOLDERS);
  const others = (await tx.get(query)).docs.filter(({ id }) => id !== contact.id);
  return Promise.all([contact, ...others].map((snapshot) => readHolder(tx, snapshot)));
}

async function readHolder(tx: Transaction, contact: DocumentSnapshot): Promise<Holder> {
  const { consentHead, optOutQuestion } = contactSchema
    .pick({ consentHead: true, optOutQuestion: true })
    .parse({
      consentHead: contact.get('consentHead') as unknown,
      optOutQuestion: contact.get('optOutQuestion') as unknown,
    });
  return { ref: contact.ref, head: consentHead ?? (await olderHead(tx, contact)), optOutQuestion };
}

/** Where a contact has entries of before they had hashes, the chain stands on them. */
async function olderHead(tx: Transaction, contact: DocumentSnapshot): Promise<ChainHead> {
  if (!contact.exists) return headAfterOlder([], sha256);
  const { docs } = await tx.get(contact.ref.collection('consents').orderBy('at'));
  return headAfterOlder(
    docs.map((doc) => contactConsentSchema.parse(doc.data())),
    sha256,
  );
}

/**
 * Writes what was said: an entry and its effect with each holder, and the suppressions, which outlive the contacts.
 * May be called more than once in a transaction; the holders carry the chain on.
 */
export function writeLedger(tx: Transaction, holders: readonly Holder[], said: Said): void {
  const { orgId, channel, addresses, question, ...told } = said;
  const at = Timestamp.now();
  for (const address of addresses) {
    if (said.kind === 'revoke') tx.set(suppressionRef(orgId, channel, address), { channel, at });
    if (said.kind === 'grant') tx.delete(suppressionRef(orgId, channel, address));
  }
  const asked = question ? { ...question, at } : FieldValue.delete();
  for (const holder of holders) {
    const entry = nextConsent(holder.head, { ...told, channel, at }, sha256);
    holder.head = { sequence: entry.sequence, hash: entry.hash };
    tx.create(holder.ref.collection('consents').doc(linkId(entry.sequence)), entry);
    tx.update(holder.ref, {
      consentHead: holder.head,
      [`optOutQuestion.${channel}`]: asked,
      ...(said.kind === 'revoke' && { [`optOut.${channel}`]: true }),
      ...(said.kind === 'grant' && { [`optOut.${channel}`]: false }),
    });
  }
}
