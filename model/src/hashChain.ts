/**
 * One entry of a log in which a change shows: it counts from 1 without a gap, holds the hash of the entry before, and
 * has a hash of its own. `redactedHash` is of what an entry says since a person was taken out of it.
 */
export interface Link {
  sequence: number;
  previousHash: string; // '' in the first
  hash: string;
  redactedHash?: string | undefined;
}

/** The last entry of a chain, kept apart from it, so that a cut end shows too. */
export type ChainHead = Pick<Link, 'sequence' | 'hash'>;

export const EMPTY_HEAD: ChainHead = { sequence: 0, hash: '' };

/** SHA-256 in hex. */
export type Digest = (text: string) => string;

/** The entry that follows the head of a chain; `textOf` gives what is hashed of it. */
export function nextLink<Note extends object>(
  head: ChainHead,
  note: Note,
  textOf: (entry: Note & Omit<Link, 'hash' | 'redactedHash'>) => string,
  digest: Digest,
): Note & Omit<Link, 'redactedHash'> {
  const entry = { ...note, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...entry, hash: digest(textOf(entry)) };
}

/**
 * Checks entries that follow each other, oldest first, from the state of the chain before them. Gives the state after
 * them, or the number at which the chain does not fit.
 */
export function followLinks<Entry extends Link>(
  from: ChainHead,
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
  digest: Digest,
): ChainHead & { brokenAt: number | null } {
  let { sequence, hash } = from;
  for (const entry of entries) {
    const fits = entry.sequence === sequence + 1 && entry.previousHash === hash;
    const said = entry.redactedHash ?? entry.hash; // that a redaction was ours to make, a later entry swears
    if (!fits || digest(textOf(entry)) !== said) return { sequence, hash, brokenAt: sequence + 1 };
    sequence = entry.sequence;
    hash = entry.hash;
  }
  return { sequence, hash, brokenAt: null };
}

/** Where a chain that was followed to its end does not fit its head, so that a cut or grown end shows; null: it fits. */
export function brokenEnd(reached: ChainHead, head: ChainHead): number | null {
  if (reached.sequence !== head.sequence) return Math.min(reached.sequence, head.sequence) + 1;
  return reached.hash === head.hash ? null : head.sequence;
}

/** The document id of an entry: ids sort as the entries follow each other. */
export function linkId(sequence: number): string {
  return String(sequence).padStart(9, '0');
}
