import { z } from 'zod';
import type { ChainHead, Digest } from './hashChain.js';
import { followLinks, linkId, nextLink } from './hashChain.js';
import { momentSchema } from './moment.js';

/** Everything that is written to the audit log, by its stable name. */
export const AUDIT_ACTIONS = [
  'org.create',
  'org.update',
  'org.delete',
  'org.restore',
  'account.connect',
  'account.disconnect',
  'account.pause',
  'account.resume',
  'account.syncOff',
  'account.test',
  'invite.create',
  'invite.resend',
  'invite.revoke',
  'member.join',
  'member.role',
  'member.remove',
  'member.leave',
  'owner.grant',
  'billing.access',
  'billing.checkout',
  'billing.plan',
  'billing.cancel',
  'billing.resume',
  'billing.dispute',
  'contact.erase',
  'contact.export',
  'contact.optIn',
  'org.export',
  'member.erase',
  'request.record',
  'request.answer',
  'privacy.redact',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Where a request came from, coarsely: an IPv4 /24 or IPv6 /48, and the family of the browser. */
export const auditOriginSchema = z.strictObject({ network: z.string(), browser: z.string() });
export type AuditOrigin = z.infer<typeof auditOriginSchema>;

/**
 * `orgs/{orgId}/auditLog/{id}`: who did what to whom, never a message's content. `sequence` counts from 1 without a
 * gap; `hash` is the SHA-256 (hex) of `chainText`, which holds the hash of the entry before.
 */
export const auditEntrySchema = z.strictObject({
  sequence: z.int().min(1),
  actor: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  target: z.string(),
  at: momentSchema,
  origin: auditOriginSchema.nullable(), // null: no request of a person, or one that Firestore does not tell of
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  previousHash: z.string(), // '' in the first
  hash: z.string(),
  redactedHash: z.string().optional(), // of an entry without a person who was erased: `hash` is of what it said before
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** `orgs/{orgId}/chains/audit`: the last entry, so that a cut end shows too; F only, read by nobody. */
export const auditHeadSchema = z.strictObject({
  sequence: z.int(),
  hash: z.string(),
  eventIds: z.array(z.string()), // the last events that wrote an entry: a redelivery adds none
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

export const EMPTY_AUDIT_HEAD: AuditHead = { sequence: 0, hash: '', eventIds: [] };

/** What is hashed of an entry: its fields in a fixed order, maps by sorted keys, moments as epoch ms. */
export function chainText(entry: Omit<AuditEntry, 'hash' | 'redactedHash'>): string {
  const { sequence, actor, action, target, at, origin, before, after, previousHash } = entry;
  return JSON.stringify(
    sorted([sequence, actor, action, target, at.toMillis(), origin, before, after, previousHash]),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** What the one who acts tells; the chain adds the rest. */
export type AuditNote = Omit<AuditEntry, 'sequence' | 'previousHash' | 'hash' | 'redactedHash'>;

/** The entry that follows the head of the chain. */
export function nextEntry(head: ChainHead, note: AuditNote, digest: Digest): AuditEntry {
  return nextLink(head, note, chainText, digest);
}

/** The document id of an entry: ids sort as the entries follow each other. */
export const auditEntryId = linkId;

/** Checks entries that follow each other, oldest first, as `followLinks` does. */
export function followChain(
  from: ChainHead,
  entries: readonly AuditEntry[],
  digest: Digest,
): ChainHead & { brokenAt: number | null } {
  return followLinks(from, entries, chainText, digest);
}
