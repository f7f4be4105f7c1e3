import { LIMITS } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';
import {
  lastMessageOf,
  LEAD_EMAIL,
  LEAD_PHONE,
  MAIL_ACCOUNT,
  RECEIVED_ID,
  SENT_ID,
  SOME_DAY,
  TEXT_ACCOUNT,
  threadDocuments,
} from '../rules/documents.js';
import { DROP } from './values.js';

const MINUTE_MS = 60_000;
export const inMinutes = (minutes: number): Timestamp =>
  Timestamp.fromMillis(Date.now() + minutes * MINUTE_MS);
export const text = (size: number): string => 'x'.repeat(size);
export const texts = (count: number): string[] => Array.from({ length: count }, (_, n) => `t${n}`);
export const both = (limit: number): string[] => [text(limit), text(limit + 1)];
const fieldsOf = (names: string[]): DocumentData => Object.fromEntries(names.map((name) => [name, 'v']));

const inbox = (status: string, unread: unknown, snoozedUntil: unknown): DocumentData => ({
  status,
  unread,
  snoozedUntil,
});

export const CONTACT_TRIES: Record<string, unknown[]> = {
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

export const REQUEST_TRIES: Record<string, unknown[]> = {
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

export const CANCEL_TRIES: Record<string, unknown[]> = {
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
