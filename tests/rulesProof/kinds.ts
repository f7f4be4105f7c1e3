import { DEFAULT_SETTINGS, LIMITS } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';
import {
  CANCELED_ID,
  emailRequest,
  lastMessageOf,
  LEAD_EMAIL,
  LEAD_PHONE,
  MAIL_ACCOUNT,
  NEW_ID,
  noteDocument,
  RECEIVED_ID,
  REQUESTED_ID,
  SENT_ID,
  SOME_DAY,
  TEXT_ACCOUNT,
  textRequest,
  threadDocuments,
} from '../rules/documents.js';
import { BATCH_KINDS } from './kindOfBatch.js';
import { NAMED_ID } from './stage.js';
import { DROP, NOW } from './values.js';

/** One way to write: what it writes at its best, and what each of its fields may be tried with. */
export interface Kind {
  name: string;
  op: 'create' | 'update';
  uid: string; // who may, if the fields are right
  path: (org: string, contact: string, uid: string) => string;
  base: (uid: string | null) => DocumentData;
  tries: Record<string, unknown[]>;
  /** Whether a try stands alone, or among the other fields of the base. */
  alone?: true;
}

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number): Timestamp => Timestamp.fromMillis(Date.now() + minutes * MINUTE_MS);
const text = (size: number): string => 'x'.repeat(size);
const texts = (count: number): string[] => Array.from({ length: count }, (_, n) => `t${n}`);
const both = (limit: number): string[] => [text(limit), text(limit + 1)];
const fieldsOf = (names: string[]): DocumentData => Object.fromEntries(names.map((name) => [name, 'v']));

const inbox = (status: string, unread: unknown, snoozedUntil: unknown): DocumentData => ({
  status,
  unread,
  snoozedUntil,
});

const CONTACT_TRIES: Record<string, unknown[]> = {
  company: ['', 'Bäckerei 🥐', ...both(LIMITS.company), DROP],
  tags: [
    [],
    ['hot', 'two words'],
    [text(40)],
    [text(41)],
    texts(20),
    texts(21),
    [' a'],
    ['a '],
    ['a', ''],
    ['a␟b'],
    ['\u00a0a'],
    ['a\u000b'],
    ['a\ufeff'],
    DROP,
  ],
  stage: ['new', 'contacted', 'qualified', 'won', 'lost', 'New', 'archived', DROP],
  assigneeUid: [
    'agent',
    'narrowViewer',
    'owner',
    'stranger',
    'removed',
    'nobody',
    '..',
    'agent/x',
    text(129),
    DROP,
  ],
  custom: [
    { b: '' },
    { 'b c': 'l\n' },
    { a: 1 },
    { a: 'x', b: null },
    { [text(40)]: 'x' },
    { [text(41)]: 'x' },
    { a: text(500) },
    { a: text(501) },
    fieldsOf(texts(30)),
    fieldsOf(texts(31)),
    { 'a␟': 'x' },
    { a: 'x␟' },
    'x',
    DROP,
  ],
  timeZone: ['Europe/Berlin', 'Etc/GMT+5', 'Mars Base', text(64), text(65), DROP],
  inbox: [
    ...[0, 1, 2, 3, 4, -1, '0', null].map((unread) => inbox('open', unread, null)),
    ...['closed', 'spam', 'snoozed'].map((status) => inbox(status, 0, null)),
    ...[600, -1, 364 * 1440, 365 * 1440 - 120, 366 * 1440].map((minutes) =>
      inbox('snoozed', 0, inMinutes(minutes)),
    ),
    inbox('open', 0, inMinutes(600)),
    inbox('closed', 0, inMinutes(600)),
    inbox('snoozed', 3, SOME_DAY),
    inbox('snoozed', 0, 'tomorrow'),
    { status: 'open', unread: 0 },
    { status: 'open', snoozedUntil: null },
    { unread: 0, snoozedUntil: null },
    { ...inbox('open', 0, null), pinned: true },
    DROP,
  ],
  'inbox.unread': [0, 1, 2],
  'inbox.status': ['open', 'closed', 'snoozed'],
  lastMessage: [
    lastMessageOf(SENT_ID, threadDocuments()[SENT_ID]!),
    lastMessageOf(RECEIVED_ID, threadDocuments()[RECEIVED_ID]!),
    DROP,
  ],
  waitingSince: [DROP],
  ...Object.fromEntries(
    [
      'name',
      'nameKey',
      'emails',
      'phones',
      'source',
      'optOut',
      'optOut.sms',
      ...['optOutQuestion', 'consentHead'],
      'lastInboundAt',
      'search',
      'duplicateOf',
      'createdAt',
      'createdBy',
      'orgId',
      'isVip',
    ].map((name) => [name, [DROP, 'other']]),
  ),
};

const REQUEST_TRIES: Record<string, unknown[]> = {
  channel: ['email', 'sms', 'fax', DROP],
  direction: ['in', 'out', DROP],
  accountId: [
    'texts',
    'mails',
    'old',
    'broken',
    'elsewhere',
    'only-alpha',
    'only-beta',
    'nobody',
    '..',
    'texts/secrets/key',
    text(129),
    DROP,
  ],
  from: [MAIL_ACCOUNT.address, TEXT_ACCOUNT.address, '+15005550009', DROP],
  to: [LEAD_PHONE, LEAD_EMAIL, '+15005550101', 'other@example.test', DROP],
  state: ['scheduled', 'sending', 'sent', 'canceled', DROP],
  at: [inMinutes(0), DROP],
  requestedAt: [inMinutes(0), inMinutes(60), DROP],
  requestedBy: ['owner', 'agent', 'system', DROP],
  undoSeconds: [0, 60, 61, '10'],
  sendAt: [
    inMinutes(600),
    inMinutes(-1),
    inMinutes(364 * 1440),
    inMinutes(365 * 1440 - 120),
    inMinutes(366 * 1440),
    'tomorrow',
  ],
  ...Object.fromEntries(
    [
      'purpose',
      'decision',
      'attempts',
      'leaseUntil',
      'leaseId',
      'hasCallBegun',
      'providerId',
      'sentAt',
      'sentIn',
      'deliveredAt',
      'canceledAt',
      'canceledBy',
      'error',
      'attachments',
      'optOutWord',
      'campaignId',
      'hasHtml',
      'orgId',
    ].map((name) => [name, [null, 'conversation']]),
  ),
};

const CONTACT = (org: string, contact: string): string => `orgs/${org}/contacts/${contact}`;
const messageAt = (id: string): Pick<Kind, 'path'> => ({
  path: (org, contact) => `${CONTACT(org, contact)}/messages/${id}`,
});
const CANCEL_TRIES: Record<string, unknown[]> = {
  state: ['failed', 'requested', 'sent', DROP],
  canceledAt: [inMinutes(0), DROP],
  canceledBy: ['owner', 'agent', 'system', DROP],
  ...Object.fromEntries(
    [
      'body',
      'to',
      'requestedBy',
      'requestedAt',
      'sendAt',
      'decision',
      'providerId',
      'purpose',
      'attempts',
    ].map((name) => [name, [DROP, 'other']]),
  ),
};

/** Every way in which a client may write one document. */
export const KINDS: readonly Kind[] = [
  {
    name: 'own preferences',
    op: 'update',
    uid: 'viewer',
    path: (_org, _contact, uid) => `users/${uid}`,
    base: () => ({
      preferences: { productEmails: false, promotionalEmails: true, telemetry: true, cookies: 'all' },
    }),
    alone: true,
    tries: {
      'preferences.cookies': ['unasked', 'necessary', 'all', 'some', DROP],
      'preferences.productEmails': [true, 'yes', DROP],
      'preferences.promotionalEmails': [true, 1, DROP],
      'preferences.telemetry': [true, false, DROP],
      'preferences.more': [true],
      preferences: [DROP],
      ...Object.fromEntries(
        ['displayName', 'email', 'acceptedPolicy', 'orgs', 'orgs.beta', 'isStaff'].map((name) => [
          name,
          [DROP, 'other'],
        ]),
      ),
    },
  },
  {
    name: 'the organization',
    op: 'update',
    uid: 'admin',
    path: (org) => `orgs/${org}`,
    base: () => ({ name: 'Renamed' }),
    alone: true,
    tries: {
      name: [text(1), ...both(LIMITS.orgName), DROP],
      timeZone: ['UTC', 'Mars Base', text(64), text(65), DROP],
      postalAddress: [...both(LIMITS.postalAddress), DROP],
      defaultCountry: ['DE', 'us', 'USA', 'U', DROP],
      settings: [DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, more: 1 }, DROP],
      'settings.quietHours': [{ ...DEFAULT_SETTINGS.quietHours, days: 5 }, DROP],
      'settings.quietHours.enabled': [false, 'yes', DROP],
      'settings.quietHours.startMinute': [0, 1439, 1440, '480', DROP],
      'settings.quietHours.endMinute': [0, 1, 1440, 1441, DROP],
      'settings.undoSendSeconds': [0, 60, 61, '10', DROP],
      'settings.retentionDays': [null, 29, 30, 3650, 3651, '90', DROP],
      ...Object.fromEntries(
        [
          'access',
          'access.status',
          'access.trialEndsAt',
          'monthlyUse',
          'createdAt',
          'deletion',
          'ownerUid',
        ].map((name) => [name, [DROP, 'active', SOME_DAY]]),
      ),
    },
  },
  {
    name: 'presence on the own seat',
    op: 'update',
    uid: 'seenLongAgo',
    path: (org, _contact, uid) => `orgs/${org}/members/${uid}`,
    base: () => ({ lastActiveAt: NOW }),
    tries: {
      lastActiveAt: [inMinutes(0), inMinutes(60), DROP],
      ...Object.fromEntries(
        ['role', 'sees', 'displayName', 'email', 'joinedAt', 'isClosed'].map((name) => [
          name,
          [DROP, 'owner', 'everything', false],
        ]),
      ),
    },
  },
  {
    name: 'a contact',
    op: 'update',
    uid: 'agent',
    path: CONTACT,
    base: () => ({ stage: 'won' }),
    alone: true,
    tries: CONTACT_TRIES,
  },
  {
    name: 'a text',
    op: 'create',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/messages/${NEW_ID}`,
    base: textRequest,
    tries: {
      ...REQUEST_TRIES,
      body: [...both(LIMITS.smsBody), DROP],
      subject: ['Hi'],
      references: [['<a>'], []],
    },
  },
  {
    name: 'an email',
    op: 'create',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/messages/${NEW_ID}`,
    base: emailRequest,
    tries: {
      ...REQUEST_TRIES,
      body: [...both(LIMITS.emailBody), DROP],
      subject: ['', ...both(LIMITS.subject), DROP],
      references: [[], texts(20), texts(21), [text(300)], [text(301)], ['a␟b'], [''], DROP],
    },
  },
  {
    name: 'taking a message back',
    op: 'update',
    uid: 'agent',
    ...messageAt(REQUESTED_ID),
    base: cancel,
    tries: CANCEL_TRIES,
  },
  {
    name: 'taking a canceled message back',
    op: 'update',
    uid: 'agent',
    ...messageAt(CANCELED_ID),
    base: cancel,
    tries: {},
  },
  {
    name: 'taking a named message back',
    op: 'update',
    uid: 'agent',
    ...messageAt(NAMED_ID),
    base: cancel,
    tries: {},
  },
  {
    name: 'a text over another',
    op: 'update',
    uid: 'agent',
    ...messageAt(REQUESTED_ID),
    base: textRequest,
    tries: {},
  },
  {
    name: 'a note over another',
    op: 'update',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/notes/first`,
    base: noteDocument,
    tries: {},
  },
  {
    name: 'a note',
    op: 'create',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/notes/${NEW_ID}`,
    base: noteDocument,
    tries: {
      body: [...both(LIMITS.note), DROP],
      authorUid: ['owner', 'agent', DROP],
      at: [inMinutes(0), DROP],
      mentions: [
        [],
        ['a', 'b'],
        [text(128)],
        [text(129)],
        ['a b'],
        ['a/b'],
        [''],
        texts(20),
        texts(21),
        DROP,
      ],
      more: [true],
    },
  },
  ...BATCH_KINDS,
];

function cancel(uid: string | null): DocumentData {
  return { state: 'canceled', canceledAt: NOW, canceledBy: uid };
}
