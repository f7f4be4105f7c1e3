import type { AuditEntry } from './audit.js';
import { chainText } from './audit.js';

/** Who is taken out of an entry, and what stands there instead. */
export interface Redaction {
  uid: string;
  email: string | null;
  alias: string;
}

/** What a `privacy.redact` entry says in `after`: the numbers of entries that were redacted, and the hash of what they say now. */
export const REDACTED = 'entries';

/**
 * An entry without the person: its number, time, act and place in the chain stay, and so does the hash of what it said
 * before, on which the next entry stands. What it says now has a hash of its own, which a later entry swears to.
 */
export function redactEntry(
  entry: AuditEntry,
  { uid, email, alias }: Redaction,
  digest: (text: string) => string,
): AuditEntry {
  const cleaned = (value: unknown): unknown => {
    if (value === uid || (email !== null && value === email)) return alias;
    if (Array.isArray(value)) return value.map(cleaned);
    if (typeof value !== 'object' || value === null || 'toMillis' in value) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
  };
  const { actor, target, origin, before, after } = entry;
  const said = {
    ...entry,
    actor: cleaned(actor) as string,
    target: cleaned(target) as string,
    origin: actor === uid ? null : origin, // the network and browser were theirs
    before: cleaned(before) as AuditEntry['before'],
    after: cleaned(after) as AuditEntry['after'],
  };
  return { ...said, redactedHash: digest(chainText(said)) };
}

/** What the entry that swears to redactions holds. */
export function attestationOf(entries: readonly AuditEntry[]): Record<string, unknown> {
  const hashes = entries.map(({ sequence, redactedHash }) => [String(sequence), redactedHash ?? '']);
  return { [REDACTED]: Object.fromEntries(hashes) as Record<string, unknown> };
}

/** Redactions that were met and not sworn to yet: the hash that each number needs. */
export type OpenRedactions = ReadonlyMap<number, string>;

/** The open redactions after one more entry, oldest first. */
export function followRedactions(open: OpenRedactions, entry: AuditEntry): OpenRedactions {
  const next = new Map(open);
  if (entry.action === 'privacy.redact') {
    const sworn = (entry.after?.[REDACTED] ?? {}) as Record<string, unknown>;
    for (const [sequence, hash] of Object.entries(sworn)) {
      if (next.get(Number(sequence)) === hash) next.delete(Number(sequence));
    }
  }
  if (entry.redactedHash !== undefined) next.set(entry.sequence, entry.redactedHash);
  return next;
}
