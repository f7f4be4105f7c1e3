import { MESSAGE_STATES } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';
import {
  accountDocument,
  batchDocument,
  batchIdOf,
  contactDocument,
  lastMessageOf,
  LEAD_EMAIL,
  LEAD_PHONE,
  orgDocument,
  RECEIVED_ID,
  SOME_DAY,
  TEXT_ACCOUNT,
  threadDocuments,
  userDocument,
} from '../rules/documents.js';
import { everybody, people } from '../rules/people.js';
import { seed } from '../rules/seed.js';
import { LEFT_BATCH } from './kindOfBatch.js';
import type { World } from './policy.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** Everybody who may ask; null is the anonymous visitor. */
export const UIDS: readonly (string | null)[] = [...new Set(everybody.map((who) => people[who].uid))];

/** Members whose seats are unusual, each of 'alpha'. */
const ODD_SEATS: Record<string, DocumentData> = {
  oddRoot: { role: 'root', sees: 'everything' },
  oddNone: { role: 'none', sees: 'everything' },
  oddSees: { role: 'agent', sees: 'all' },
  oddClosed: { role: 'owner', sees: 'everything', isClosed: true },
  oddClosedByWord: { role: 'owner', sees: 'everything', isClosed: 'no' },
  oddOpen: { role: 'agent', sees: 'everything', isClosed: false },
  seenJustNow: {
    role: 'agent',
    sees: 'everything',
    lastActiveAt: Timestamp.fromMillis(Date.now() + HOUR_MS),
  },
  seenLongAgo: { role: 'agent', sees: 'everything', lastActiveAt: SOME_DAY },
  seenNever: { role: 'agent', sees: 'everything', lastActiveAt: null },
};
export const ODD_UIDS = Object.keys(ODD_SEATS);

/** What some of them chose; the others have no page. */
const CHOICES: Record<string, DocumentData> = {
  seenJustNow: { telemetry: false, cookies: 'all' },
  seenLongAgo: { telemetry: true, cookies: 'necessary' },
  seenNever: { telemetry: true, cookies: 'unasked' },
};

export const NAMED_ID = 'named0';

/** Contacts of 'alpha' that stand differently, by id. */
function oddContacts(): Record<string, DocumentData> {
  const received = lastMessageOf(RECEIVED_ID, threadDocuments()[RECEIVED_ID]!);
  return {
    quiet: { ...contactDocument(null), lastMessage: null },
    waits: { ...contactDocument(null), waitingSince: SOME_DAY },
    wakes: { ...contactDocument(null), inbox: { status: 'snoozed', unread: 3, snoozedUntil: SOME_DAY } },
    odd: {
      ...contactDocument(null),
      company: 'x'.repeat(200),
      tags: [' old '],
      stage: 'archived',
      timeZone: '',
      custom: { a: 1 },
      inbox: { status: 'spam', unread: 0, snoozedUntil: null },
    },
    answered: { ...contactDocument(null), lastMessage: received, waitingSince: SOME_DAY },
    canceled: { ...contactDocument(null), lastMessage: lastMessageOf(NAMED_ID, canceled()) },
    many: {
      ...contactDocument(null),
      phones: ['+15005550101', LEAD_PHONE],
      emails: ['other@example.test', LEAD_EMAIL],
    },
    addressless: { ...contactDocument(null), phones: [], emails: [] },
  };
}

function canceled(): DocumentData {
  return { ...threadDocuments()[RECEIVED_ID]!, state: 'canceled', direction: 'out' };
}

/** The seeded world of tests/rules and, beside it, what stands unusually. */
export function* stagedWorld(): Generator<[path: string, data: DocumentData]> {
  yield* seed();
  for (const [uid, seat] of Object.entries(ODD_SEATS)) {
    const words = { displayName: uid, email: `${uid}@example.test`, joinedAt: SOME_DAY };
    yield [`orgs/alpha/members/${uid}`, { ...words, ...seat }];
  }
  for (const [uid, choice] of Object.entries(CHOICES)) {
    const page = userDocument(uid, {});
    yield [`users/${uid}`, { ...page, preferences: { ...(page.preferences as DocumentData), ...choice } }];
  }
  const left = { ...batchDocument(), ...LEFT_BATCH, at: SOME_DAY };
  yield [`orgs/alpha/telemetry/${batchIdOf('agent', 'alpha', LEFT_BATCH)}`, left];
  yield ['orgs/alpha/accounts/broken', accountDocument(TEXT_ACCOUNT, 'error')];
  yield ['orgs/alpha/accounts/elsewhere', accountDocument({ channel: 'email', address: '+15005550001' })];
  for (const [id, contact] of Object.entries(oddContacts())) {
    yield [`orgs/alpha/contacts/${id}`, contact];
    yield [`orgs/alpha/contacts/${id}/messages/${NAMED_ID}`, canceled()];
    for (const [message, data] of Object.entries(threadDocuments())) {
      yield [`orgs/alpha/contacts/${id}/messages/${message}`, data];
    }
  }
  for (const state of MESSAGE_STATES) {
    const message = { ...canceled(), state };
    yield [`orgs/alpha/contacts/cold/messages/is0${state}`, message];
  }
  for (const [name, access] of Object.entries(ACCESSES)) yield* orgThatPays(name, access);
  yield* orgThatPays('sole', { status: 'active' }, 'sole');
}

const moment = (fromNowMs: number): Timestamp => Timestamp.fromMillis(Date.now() + fromNowMs);
const JUST_OVER = moment(-MINUTE_MS);
const AHEAD = moment(DAY_MS);

/** How an organization may stand with what it pays, told by what is unusual about it. */
const ACCESSES: Record<string, DocumentData> = {
  trialing: { status: 'trialing', trialEndsAt: AHEAD },
  'trialing-over': { status: 'trialing', trialEndsAt: JUST_OVER, graceEndsAt: AHEAD },
  'trialing-endless': { status: 'trialing', trialEndsAt: null, graceEndsAt: JUST_OVER },
  'trialing-with-plan': { status: 'trialing', planId: 'growth', trialEndsAt: JUST_OVER },
  active: { status: 'active', planId: 'growth' },
  'active-over': { status: 'active', trialEndsAt: SOME_DAY, graceEndsAt: SOME_DAY },
  past_due: { status: 'past_due', planId: 'growth', trialEndsAt: JUST_OVER },
  'past_due-endless': { status: 'past_due', planId: 'growth', graceEndsAt: null },
  'past_due-ahead': { status: 'past_due', planId: 'growth', trialEndsAt: JUST_OVER, graceEndsAt: AHEAD },
  'past_due-over': { status: 'past_due', planId: 'growth', trialEndsAt: AHEAD, graceEndsAt: JUST_OVER },
  paused: { status: 'paused', planId: 'growth', trialEndsAt: AHEAD, graceEndsAt: AHEAD },
  canceled: { status: 'canceled', planId: 'growth', trialEndsAt: null, graceEndsAt: null },
};

/** The organizations with the least that sending needs, one for each way to pay. */
export const PAYING_ORGS = Object.keys(ACCESSES).map((name) => `plan-${name}`);

/** A contact of a name that 'alpha' has not. */
export const SOLE = 'orgs/plan-sole/contacts/sole';

/** 'owner' and 'agent' have seats in it. */
function* orgThatPays(
  name: string,
  access: DocumentData,
  contact = 'cold',
): Generator<[path: string, data: DocumentData]> {
  const org = `orgs/plan-${name}`;
  yield [org, orgDocument(name, access)];
  yield [
    `${org}/members/owner`,
    { role: 'owner', sees: 'everything', displayName: 'o', email: '', joinedAt: SOME_DAY },
  ];
  yield [
    `${org}/members/agent`,
    { role: 'agent', sees: 'assigned', displayName: 'a', email: '', joinedAt: SOME_DAY },
  ];
  yield [`${org}/accounts/texts`, accountDocument(TEXT_ACCOUNT)];
  yield [`${org}/contacts/${contact}`, contactDocument('agent')];
  yield [`${org}/contacts/${contact}/messages/${RECEIVED_ID}`, threadDocuments()[RECEIVED_ID]!];
}

/** The same world as the policy looks at it. */
export function worldOf(documents: Iterable<[path: string, data: DocumentData]>): World {
  return new Map(documents);
}
