import { z } from 'zod';
import { momentSchema } from './moment.js';

/** What can be handed out, in kinds: the log itself repeats no personal data. */
export const DISCLOSED = ['account', 'members', 'contacts', 'messages', 'billing', 'audit-log'] as const;

/**
 * `disclosures/{id}`: a request of an authority and what became of it. Written by staff with `npm run disclosure`, read by no app
 * and no browser. `subjects` are SHA-256 of `user/<uid>` or `org/<orgId>`: whose data it was can be checked, not read off.
 */
export const disclosureSchema = z.strictObject({
  sequence: z.int().min(1),
  at: momentSchema, // when it was written down
  receivedOn: z.iso.date(),
  authority: z.string().min(3).max(200),
  country: z.string().regex(/^[A-Z]{2}$/, 'a country code of ISO 3166 such as US'),
  law: z.string().min(3).max(300), // which binds us
  reference: z.string().min(1).max(100), // of the authority
  subjects: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1000),
  outcome: z.enum(['given', 'partly', 'refused', 'nothing-held']),
  given: z.array(z.enum(DISCLOSED)),
  told: z.enum(['told', 'later', 'forbidden']), // whether the people it is about know
  decidedBy: z.string().min(2).max(80),
  previousHash: z.string(), // '' in the first
  hash: z.string(),
});
export type Disclosure = z.infer<typeof disclosureSchema>;

/** What staff tells; the chain adds the rest. */
export type DisclosureNote = Omit<Disclosure, 'sequence' | 'previousHash' | 'hash'>;
type Digest = (text: string) => string;

/** The entry that follows the last one. Throws if what was handed out does not go with the outcome. */
export function nextDisclosure(last: Disclosure | null, note: DisclosureNote, digest: Digest): Disclosure {
  const isGiven = note.outcome === 'given' || note.outcome === 'partly';
  if (isGiven !== note.given.length > 0) {
    throw new Error('--given names what was handed out, and stays away if nothing was');
  }
  const entry = { ...note, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? '' };
  return { ...entry, hash: digest(textOf(entry)) };
}

/** The number of the first entry that was changed, removed or slipped in; null: the log is as it was written. */
export function brokenDisclosure(entries: readonly Disclosure[], digest: Digest): number | null {
  let [sequence, previousHash] = [0, ''];
  for (const entry of entries) {
    const fits = entry.sequence === sequence + 1 && entry.previousHash === previousHash;
    if (!fits || digest(textOf(entry)) !== entry.hash) return sequence + 1;
    [sequence, previousHash] = [entry.sequence, entry.hash];
  }
  return null;
}

export function disclosureId(sequence: number): string {
  return String(sequence).padStart(6, '0');
}

/** What is hashed: the fields in the schema's order. */
function textOf(entry: Omit<Disclosure, 'hash'>): string {
  const { sequence, at, receivedOn, authority, country, law, reference } = entry;
  const { subjects, outcome, given, told, decidedBy, previousHash } = entry;
  const request = [sequence, at.toMillis(), receivedOn, authority, country, law, reference];
  return JSON.stringify([...request, subjects, outcome, given, told, decidedBy, previousHash]);
}
