import type { HeldData, User } from '@leadpulse/model';
import { fullWhen } from '../../lib/time.js';

/** The fields of the register as people call them. */
export const FIELD_WORDS: Record<string, string> = {
  displayName: 'Name',
  email: 'Email',
  preferences: 'Choices',
  acceptedPolicy: 'Accepted policy',
  seenPolicy: 'Notice of a newer policy',
  orgs: 'Organizations',
  what: 'What it was about',
  given: 'Your answer',
  textVersion: 'Version of the text',
  at: 'When',
  source: 'Where',
  note: 'Note of support',
  uid: 'Whose',
  state: 'What became of it',
  runner: 'Run',
  tries: 'Tries',
  code: 'Answer of the mail server',
  expireAt: 'Deleted on',
  role: 'Role',
  sees: 'Leads you see',
  joinedAt: 'Joined',
  lastActiveAt: 'Last active',
  isClosed: 'Closed',
  passwordHash: 'Password, as a hash',
  emailVerified: 'Email confirmed',
  metadata: 'Times of sign-up and sign-in',
  name: 'Name',
  nameKey: 'Name for sorting',
  company: 'Company',
  emails: 'Emails',
  phones: 'Phones',
  tags: 'Tags',
  stage: 'Stage',
  assigneeUid: 'Assigned to',
  custom: 'Own fields',
  inbox: 'Place in the inbox',
  optOut: 'Opt-outs',
  lastMessage: 'Last message',
  lastInboundAt: 'Wrote last',
  waitingSince: 'Waiting since',
  search: 'Search words',
  duplicateOf: 'Possible duplicate',
  timeZone: 'Time zone',
  createdAt: 'Added',
  createdBy: 'Added by',
  channel: 'Channel',
  direction: 'Direction',
  accountId: 'Account',
  from: 'From',
  to: 'To',
  subject: 'Subject',
  body: 'Text',
  references: 'Thread',
  requestedBy: 'Written by',
  requestedAt: 'Written',
  undoSeconds: 'Time to take back',
  sendAt: 'Send at',
  purpose: 'Purpose',
  decision: 'Decision',
  attempts: 'Attempts',
  leaseUntil: 'Being sent until',
  leaseId: 'Sender',
  providerId: 'Number at the provider',
  previousProviderId: 'Earlier number there',
  sentAt: 'Sent',
  sentIn: 'Month it counts in',
  deliveredAt: 'Delivered',
  canceledAt: 'Taken back',
  canceledBy: 'Taken back by',
  error: 'Why it failed',
  attachments: 'Pictures and files',
  optOutWord: 'Words of the opt-out',
  authorUid: 'Author',
  mentions: 'Mentions',
  kind: 'Allowed or refused',
  basis: 'Basis',
  evidence: 'Evidence',
  previousHash: 'Hash of the one before',
};

type Values = Partial<Record<string, (profile: User) => string>>;

const PAGE_VALUES: Values = {
  displayName: ({ displayName }) => displayName,
  email: ({ email }) => email,
  acceptedPolicy: ({ acceptedPolicy: { version, at } }) => `Version ${version}, ${fullWhen(at.toMillis())}`,
  orgs: ({ orgs }) =>
    Object.values(orgs)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b))
      .join(', '),
};

/** What the person's own page holds in a field, in words; null where it is not on that page or is no single value. */
export function valueOf(held: HeldData, field: string, profile: User | null): string | null {
  if (held.path !== 'users/{uid}' || profile === null) return null;
  return PAGE_VALUES[field]?.(profile) ?? null;
}
