import type { AuditEntry } from '@leadpulse/model';
import { ROLE_WORDS, SEES_WORDS } from '../../lib/roleWords.js';
import { fullWhen } from '../../lib/time.js';

/** One thing that an entry tells, in words; null: there was none. */
export interface AuditChange {
  label: string;
  before: string | null;
  after: string | null;
}

const LABELS: Record<string, string> = {
  role: 'Role',
  sees: 'Sees',
  name: 'Name',
  displayName: 'Name',
  timeZone: 'Time zone',
  postalAddress: 'Postal address',
  defaultCountry: 'Default country',
  kind: 'Kind',
  channel: 'Channel',
  channels: 'Channels',
  toldBy: 'Told by',
  purgeAt: 'Gone for good on',
  revokedInvites: 'Invites revoked',
  stepDown: 'Stepped down to admin',
  status: 'Access',
  planId: 'Plan',
  cancelAtPeriodEnd: 'Ends with the period',
  'settings.quietHours.enabled': 'Keep quiet hours',
  'settings.quietHours.startMinute': 'Texts from',
  'settings.quietHours.endMinute': 'Texts until',
  'settings.undoSendSeconds': 'Undo send',
  'settings.retentionDays': 'Keep conversations',
};

const KNOWN_VALUES: Record<string, Record<string, string>> = {
  role: ROLE_WORDS,
  sees: SEES_WORDS,
  kind: {
    sandbox: 'Practice',
    smtp: 'Mail server (SMTP)',
    imap: 'Mailbox',
    gmail: 'Gmail',
    googleVoice: 'Google Voice',
    twilio: 'Twilio',
  },
  channel: { sms: 'Text', email: 'Email' },
  status: {
    trialing: 'Trial',
    active: 'Active',
    past_due: 'Payment overdue',
    paused: 'Paused',
    canceled: 'Canceled',
  },
  name: { changed: 'Changed' },
  postalAddress: { changed: 'Changed' },
  planId: { starter: 'Starter', growth: 'Growth', scale: 'Scale' },
};

const TOLD_ELSEWHERE = new Set(['inviteId']); // by the sentence of the entry

/** What an entry changed, field by field; what stayed as it was is left out. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): AuditChange[] {
  const old = flattened(before ?? {});
  const now = flattened(after ?? {});
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort(asListed)
    .filter((field) => !TOLD_ELSEWHERE.has(field))
    .map((field) => ({
      label: LABELS[field] ?? field,
      before: old.has(field) ? words(field, old.get(field)) : null,
      after: now.has(field) ? words(field, now.get(field)) : null,
    }))
    .filter((change) => change.before !== change.after);
}

const LISTED = Object.keys(LABELS);

/** In the order of the labels, what has none last; the document keeps no order of its own. */
function asListed(a: string, b: string): number {
  const place = (field: string): number => (LISTED.includes(field) ? LISTED.indexOf(field) : LISTED.length);
  return place(a) - place(b) || a.localeCompare(b);
}

function flattened(map: Record<string, unknown>, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(map).flatMap(([key, value]): [string, unknown][] =>
      isMap(value) ? [...flattened(value, `${prefix}${key}.`)] : [[prefix + key, value]],
    ),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isMoment(value);
}

function isMoment(value: object): value is { toMillis(): number } {
  return 'toMillis' in value && typeof value.toMillis === 'function';
}

const WAYS: Record<string, (value: unknown) => string> = {
  purgeAt: (value) => (typeof value === 'string' ? fullWhen(Date.parse(value)) : plain(value)),
  'settings.retentionDays': (value) => (value === null ? 'Forever' : `${plain(value)} days`),
  'settings.undoSendSeconds': (value) => `${plain(value)} seconds`,
};

function words(field: string, value: unknown): string {
  const way = WAYS[field];
  if (way) return way(value);
  if (/Minute$/.test(field) && typeof value === 'number') return clock(value);
  const known = typeof value === 'string' ? KNOWN_VALUES[field]?.[value] : undefined;
  return known ?? plain(value);
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object' && isMoment(value)) return fullWhen(value.toMillis());
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `9:30 PM`, of minutes after midnight. */
function clock(minute: number): string {
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return format.format(minute * 60_000);
}
