import type { Disclosure, DisclosureNote } from '@leadpulse/model';
import { brokenDisclosure, disclosureId, disclosureSchema, nextDisclosure } from '@leadpulse/model';
import type { Firestore, Query } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What stands in the log for a person or an organization. */
export function subjectKey(kind: 'user' | 'org', id: string): string {
  return digest(`${kind}/${id}`);
}

const log = (db: Firestore): Query => db.collection('disclosures').orderBy('sequence');

/** Adds an entry behind the last one; two at the same time follow each other. */
export function recordDisclosure(db: Firestore, note: DisclosureNote): Promise<Disclosure> {
  return db.runTransaction(async (tx) => {
    const { docs } = await tx.get(log(db).limitToLast(1));
    const [last] = docs.map((doc) => disclosureSchema.parse(doc.data()));
    const entry = disclosureSchema.parse(nextDisclosure(last ?? null, note, digest));
    tx.create(db.doc(`disclosures/${disclosureId(entry.sequence)}`), entry);
    return entry;
  });
}

/** The whole log, and the number of the first entry that does not fit. */
export async function readDisclosures(
  db: Firestore,
): Promise<{ entries: Disclosure[]; brokenAt: number | null }> {
  const { docs } = await log(db).get();
  const parsed = docs.map((doc) => disclosureSchema.safeParse(doc.data()));
  const entries = parsed.flatMap(({ data }) => data ?? []);
  const unreadable = parsed.findIndex(({ success }) => !success);
  const brokenAt = brokenDisclosure(entries, digest);
  return { entries, brokenAt: brokenAt ?? (unreadable < 0 ? null : unreadable + 1) };
}
