import type { ConsentPage, ContactConsent } from '@leadpulse/model';
import {
  contactConsentSchema,
  contactSchema,
  memberSchema,
  orgSchema,
  proveConsents as prove,
  proveConsentsContract,
} from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { sha256 } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { membersOf, orgRef } from '../platform/refs.js';
import { visibleContact } from './contactOf.js';

const sayingSchema = contactSchema
  .pick({ name: true, emails: true, phones: true, consentHead: true })
  .strip();

/** The whole record of a contact's consents for whoever sees the contact, followed from its first entry to its head. */
export const proveConsents = callable(proveConsentsContract, ({ orgId, contactId }, { uid }) =>
  db().runTransaction(
    async (tx): Promise<ConsentPage> => {
      const snapshot = await visibleContact(tx, { orgId, contactId, uid, capability: 'contact.read' });
      const contact = sayingSchema.parse(snapshot.data());
      const [org, found] = await Promise.all([
        tx.get(orgRef(orgId)),
        tx.get(snapshot.ref.collection('consents').orderBy('at')),
      ]);
      const entries = found.docs.map((doc) => contactConsentSchema.parse(doc.data()));
      const proof = prove(entries, contact.consentHead ?? null, sha256);
      const nameOf = await readNames(tx, orgId, entries);
      return {
        orgName: orgSchema.shape.name.parse(org.get('name')),
        contactName: contact.name,
        emails: contact.emails,
        phones: contact.phones,
        entries: proof.entries.map((entry, at) => tellEntry(entry, at + 1, nameOf)),
        isIntact: proof.isIntact,
        brokenAt: proof.brokenAt,
        withoutHash: proof.withoutHash,
        checkedAtMs: Date.now(),
      };
    },
    { readOnly: true },
  ),
);

/** How the members who wrote entries are called today; who left is a former member. */
async function readNames(
  tx: Transaction,
  orgId: string,
  entries: readonly ContactConsent[],
): Promise<(uid: string) => string> {
  const uids = [...new Set(entries.flatMap(({ by }) => by ?? []))];
  const seats = uids.length === 0 ? [] : await tx.getAll(...uids.map((uid) => membersOf(orgId).doc(uid)));
  const names = new Map(
    seats
      .filter(({ exists }) => exists)
      .map((seat) => [seat.id, memberSchema.parse(seat.data()).displayName]),
  );
  return (uid) => names.get(uid) ?? 'A former member';
}

function tellEntry(
  entry: ContactConsent,
  number: number,
  nameOf: (uid: string) => string,
): ConsentPage['entries'][number] {
  const { channel, kind, basis, source, evidence, words, by, at, hash } = entry;
  return {
    ...{ sequence: entry.sequence ?? number, channel, kind, basis, source, evidence },
    words: words ?? null,
    by: by ? nameOf(by) : null,
    atMs: at.toMillis(),
    hash: hash ?? null,
  };
}
