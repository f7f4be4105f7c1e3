import { z } from 'zod';
import { contract } from './contract.js';
import { countsSchema } from './privacyRequest.js';
import { momentSchema } from './moment.js';

/** A link to an export works so long, for the one who asked, as often as they need. */
export const EXPORT_MINUTES = 15;

export const EXPORT_KINDS = ['my-data', 'contact', 'organization'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** `exports/{id}`: a link that was given, and how its download stands. Of its token there is only a hash. */
export const dataExportSchema = z.strictObject({
  kind: z.enum(EXPORT_KINDS),
  uid: z.string(), // who asked, and reads it
  orgId: z.string().nullable(),
  contactId: z.string().nullable(),
  tokenHash: z.string().length(64),
  state: z.enum(['ready', 'running', 'done', 'failed']),
  counts: countsSchema, // entries written so far, by file
  at: momentSchema,
  expireAt: momentSchema, // TTL; the link works until then
});
export type DataExport = z.infer<typeof dataExportSchema>;

const idSchema = z.string().min(1).max(128);
/** `path` is on the site's own origin; whoever has it within its minutes has the data. */
const link = z.strictObject({ exportId: z.string(), path: z.string() });

export const exportMyDataContract = contract('exportMyData', { input: z.strictObject({}), output: link });

export const exportContactContract = contract('exportContact', {
  input: z.strictObject({ orgId: idSchema, contactId: idSchema }),
  output: link,
});

export const exportOrgContract = contract('exportOrg', {
  input: z.strictObject({ orgId: idSchema }),
  output: link,
});

/** One collection in an export: what of it stays out, and the columns of its table. */
export interface ExportedCollection {
  name: string;
  /** Derived, internal, secret, or somebody else's. */
  without: readonly string[];
  /** Columns of the CSV beside the JSON; none: JSON only. */
  columns?: readonly string[];
}

const CONTACT_COLUMNS = [
  'name',
  'company',
  'emails',
  'phones',
  'tags',
  'stage',
  'source',
  'createdAt',
] as const;
const MESSAGE_COLUMNS = ['at', 'channel', 'direction', 'from', 'to', 'subject', 'body', 'state'] as const;
const CONSENT_COLUMNS = ['sequence', 'at', 'channel', 'kind', 'basis', 'source', 'words', 'hash'] as const;
const LEASE = ['leaseUntil', 'leaseId', 'hasCallBegun'];

/** What is below a contact, for the lead: without the team's names, which are other people's data. */
export const CONTACT_EXPORT: readonly ExportedCollection[] = [
  { name: 'messages', without: ['requestedBy', 'canceledBy', ...LEASE], columns: MESSAGE_COLUMNS },
  { name: 'notes', without: ['authorUid', 'mentions'], columns: ['at', 'body'] },
  { name: 'consents', without: ['by'], columns: CONSENT_COLUMNS },
];

/** The fields of the contact itself that a lead does not get: the team's, and what is derived from the others. */
export const CONTACT_ITSELF: ExportedCollection = {
  name: 'contact',
  without: ['assigneeUid', 'createdBy', 'duplicateOf', 'nameKey', 'search'],
};

/** Everything of an organization, for its owners and admins; credentials lie below accounts and are read by nothing here. */
export const ORG_EXPORT: readonly (ExportedCollection & { below?: 'contacts' })[] = [
  { name: 'members', without: [], columns: ['displayName', 'email', 'role', 'sees', 'joinedAt'] },
  { name: 'invites', without: ['tokenHash'], columns: ['email', 'role', 'sees', 'state', 'createdAt'] },
  { name: 'accounts', without: [], columns: ['displayName', 'kind', 'channel', 'address', 'state'] },
  { name: 'contacts', without: ['nameKey', 'search'], columns: CONTACT_COLUMNS },
  { name: 'messages', below: 'contacts', without: LEASE, columns: MESSAGE_COLUMNS },
  { name: 'notes', below: 'contacts', without: [], columns: ['at', 'authorUid', 'body'] },
  { name: 'consents', below: 'contacts', without: [], columns: CONSENT_COLUMNS },
  { name: 'auditLog', without: [], columns: ['sequence', 'at', 'actor', 'action', 'target', 'hash'] },
  { name: 'privacyRequests', without: ['job'], columns: ['kind', 'state', 'at', 'dueAt', 'doneAt'] },
  { name: 'usage', without: [], columns: ['day', 'activeMembers'] },
  { name: 'useNotices', without: [] },
];

/** What of each document that names a person is theirs: when and what they did, not what it says about others. */
export const TRACE_EXPORT: Readonly<Record<string, readonly string[]>> = {
  messages: ['channel', 'state', 'requestedAt', 'requestedBy', 'sentAt', 'canceledAt', 'canceledBy'],
  notes: ['at', 'authorUid'],
  consents: ['at', 'channel', 'kind', 'basis', 'by'],
  contacts: ['createdAt'],
  invites: ['role', 'sees', 'state', 'createdAt', 'expiresAt'],
  useNotices: ['claimedAt'],
  recipients: ['uid', 'state', 'at'],
  oauthStates: ['createdAt', 'expireAt', 'uid'],
  orgs: ['deletion'],
  auditLog: ['at', 'action', 'origin', 'actor'],
};

/** A value as it stands in a file: moments as ISO text. */
export function exportedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exportedValue);
  if (typeof value !== 'object' || value === null) return value;
  if ('toMillis' in value && typeof value.toMillis === 'function') {
    return new Date((value as { toMillis: () => number }).toMillis()).toISOString();
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exportedValue(inner)]));
}

/** The fields of a document that an export holds. */
export function exportedFields(data: object, without: readonly string[]): Record<string, unknown> {
  const kept = Object.entries(data).filter(([key]) => !without.includes(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, exportedValue(value)]));
}

/** What is theirs in a document that names a person: listed fields, and of uids in them their own only. */
export function tracedFields(data: object, group: string, uid: string): Record<string, unknown> {
  const fields = TRACE_EXPORT[group] ?? [];
  const kept = Object.entries(data).filter(
    ([key, value]) => fields.includes(key) && !(isNaming(key) && value !== uid),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, exportedValue(value)]));
}

function isNaming(key: string): boolean {
  return key.endsWith('By') || key.endsWith('Uid') || key === 'actor';
}

/** A cell of a table: lists side by side, maps as JSON. */
export function tableCell(value: unknown): string | number {
  const plain = exportedValue(value);
  if (plain === null || plain === undefined) return '';
  if (typeof plain === 'number') return plain;
  if (typeof plain === 'string') return plain;
  if (Array.isArray(plain)) return plain.map(String).join('; ');
  return JSON.stringify(plain);
}
