import type { DocumentData } from 'firebase/firestore';
import {
  accountDocument,
  contactDocument,
  MAIL_ACCOUNT,
  NEW_ID,
  orgDocument,
  RECEIVED_ID,
  REQUESTED_ID,
  SOME_DAY,
  TEXT_ACCOUNT,
  threadDocuments,
  userDocument,
} from './documents.js';
import { everybody, people, seatOf } from './people.js';

/** The paths of the seeded world. Contacts by their assignee; `cold` has none. */
export const CONTACTS = {
  cold: null,
  narrowAgents: 'narrowAgent',
  narrowViewers: 'narrowViewer',
  colleagues: 'agent',
  removeds: 'removed', // assigned when the seat was taken away
  strangers: 'stranger',
} as const;

/** Those that organization 'beta' has as well. */
export const IN_BETA: readonly string[] = ['cold', 'narrowAgents'];

// Everybody's page says so, the removed member's and the stranger's too: the rules never believe it.
const SEAT_ON_THE_PAGE = { name: 'Alpha', role: 'owner', sees: 'everything', timeZone: 'UTC' };

/** What tests create, they create at these paths. */
export function* newPaths(): Generator<string> {
  for (const org of ['alpha', 'beta']) {
    for (const contact of Object.keys(CONTACTS)) {
      for (const folder of ['messages', 'notes']) yield `orgs/${org}/contacts/${contact}/${folder}/${NEW_ID}`;
    }
  }
}

/** Organizations 'alpha' and 'beta' with everything in them, and everybody's own page. */
export function* seed(): Generator<[path: string, data: DocumentData]> {
  for (const who of everybody) {
    const { uid } = people[who];
    if (uid === null) continue;
    yield [`users/${uid}`, userDocument(uid, { alpha: SEAT_ON_THE_PAGE })];
    yield [`users/${uid}/consents/first`, { what: 'privacy-policy', given: true, at: SOME_DAY }];
    const seat = seatOf(who);
    if (seat) yield [`orgs/alpha/members/${uid}`, seatDocument(uid, seat)];
  }
  yield [`orgs/beta/members/stranger`, seatDocument('stranger', { role: 'owner', sees: 'everything' })];
  yield* seedOrg('alpha');
  yield* seedOrg('beta');
}

function seatDocument(uid: string, seat: { role: string; sees: string }): DocumentData {
  return { ...seat, displayName: uid, email: `${uid}@example.test`, joinedAt: SOME_DAY };
}

function* seedOrg(org: string): Generator<[path: string, data: DocumentData]> {
  yield [`orgs/${org}`, orgDocument(org)];
  yield [`orgs/${org}/accounts/texts`, accountDocument(TEXT_ACCOUNT)];
  yield [`orgs/${org}/accounts/mails`, accountDocument(MAIL_ACCOUNT)];
  yield [`orgs/${org}/accounts/old`, accountDocument(TEXT_ACCOUNT, 'disconnected')];
  yield [`orgs/${org}/accounts/only-${org}`, accountDocument({ channel: 'sms', address: '+15005550009' })];
  yield [`orgs/${org}/accounts/texts/secrets/key`, { sealed: 'x' }];
  yield [`orgs/${org}/handles/key`, { contactId: 'cold', channel: 'sms' }];
  yield [`orgs/${org}/suppressions/hash`, { channel: 'sms', at: SOME_DAY }];
  yield [`orgs/${org}/auditLog/first`, { actor: 'owner', action: 'org.create', target: org, at: SOME_DAY }];
  for (const [contact, assigneeUid] of Object.entries(CONTACTS)) {
    if (org === 'beta' && !IN_BETA.includes(contact)) continue;
    const path = `orgs/${org}/contacts/${contact}`;
    yield [path, contactDocument(assigneeUid)];
    yield [`${path}/notes/first`, { body: 'Hm', authorUid: 'agent', at: SOME_DAY, mentions: [] }];
    yield [`${path}/consents/first`, { channel: 'sms', kind: 'grant', at: SOME_DAY }];
    for (const [id, message] of Object.entries(threadDocuments())) {
      const isKept = contact === 'cold' || id === RECEIVED_ID || id === REQUESTED_ID;
      if (isKept) yield [`${path}/messages/${id}`, message];
    }
  }
}
