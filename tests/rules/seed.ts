import type { DocumentData } from 'firebase/firestore';
import {
  accountDocument,
  batchIdOf,
  billingDocument,
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
import type { Who } from './people.js';
import { everybody, orgOf, people } from './people.js';

/** The paths of the seeded world. Contacts by their assignee; `cold` has none. */
export const CONTACTS = {
  cold: null,
  narrowAgents: 'narrowAgent',
  narrowViewers: 'narrowViewer',
  colleagues: 'agent',
  removeds: 'removed', // assigned when the seat was taken away
  strangers: 'stranger',
} as const;

/** Those that every organization has, not only 'alpha'. */
export const EVERYWHERE: readonly string[] = ['cold', 'narrowAgents'];

/** `paused` has no plan, `closed` was deleted and can come back; 'beta' is the stranger's. */
export const ORGS = ['alpha', 'beta', 'paused', 'closed'];

// Everybody's page says so, the removed member's and the stranger's too: the rules never believe it.
const SEAT_ON_THE_PAGE = { name: 'Alpha', role: 'owner', sees: 'everything', timeZone: 'UTC' };

/** What tests create, they create at these paths. */
export function* newPaths(): Generator<string> {
  for (const org of ORGS) {
    for (const contact of Object.keys(CONTACTS)) {
      for (const folder of ['messages', 'notes']) yield `orgs/${org}/contacts/${contact}/${folder}/${NEW_ID}`;
    }
    for (const who of everybody) yield `orgs/${org}/telemetry/${batchIdOf(people[who].uid, org)}`;
  }
}

/** The organizations with everything in them, and everybody's own page. */
export function* seed(): Generator<[path: string, data: DocumentData]> {
  for (const who of everybody) {
    const { uid } = people[who];
    if (uid === null) continue;
    yield [`users/${uid}`, userDocument(uid, { alpha: SEAT_ON_THE_PAGE })];
    yield [`users/${uid}/consents/first`, { what: 'privacy-policy', given: true, at: SOME_DAY }];
    yield [`exports/${uid}`, { kind: 'my-data', state: 'ready', uid, at: SOME_DAY }];
    yield [`privacyRequests/${uid}`, { kind: 'access', state: 'open', subjectUid: uid, at: SOME_DAY }];
    const seat = seatDocument(who);
    if (seat) yield [`orgs/${orgOf(who)}/members/${uid}`, seat];
  }
  yield ['orgs/beta/members/stranger', { ...seatDocument('owner'), displayName: 'stranger' }];
  yield ['users/somebody', userDocument('somebody', {})];
  yield ['privacyRequests/somebody', { kind: 'access', state: 'open', subjectUid: 'somebody', at: SOME_DAY }];
  yield ['exports/somebody', { kind: 'my-data', state: 'ready', uid: 'somebody', at: SOME_DAY }];
  yield ['users/somebody/consents/first', { what: 'privacy-policy', given: true, at: SOME_DAY }];
  for (const org of ORGS) yield* seedOrg(org);
}

/** The seat of a person as functions left it, or none. */
export function seatDocument(who: Who): DocumentData | undefined {
  const person = people[who];
  if (!('seat' in person)) return undefined;
  return {
    ...person.seat,
    displayName: who,
    email: `${who}@example.test`,
    joinedAt: SOME_DAY,
    ...(orgOf(who) === 'closed' && { isClosed: true }),
  };
}

function deletionOf(org: string): DocumentData {
  return org === 'closed'
    ? { deletion: { requestedBy: 'closedOwner', at: SOME_DAY, purgeAt: SOME_DAY } }
    : {};
}

function inviteDocument(): DocumentData {
  return {
    email: 'invited@example.test',
    role: 'admin',
    sees: 'everything',
    state: 'open',
    tokenHash: '0'.repeat(64),
    invitedBy: 'owner',
    createdAt: SOME_DAY,
    expiresAt: SOME_DAY,
    mail: 'sent',
    acceptedBy: null,
  };
}

function* seedOrg(org: string): Generator<[path: string, data: DocumentData]> {
  yield [
    `orgs/${org}`,
    { ...orgDocument(org, org === 'paused' ? { status: 'paused' } : {}), ...deletionOf(org) },
  ];
  yield [`orgs/${org}/accounts/texts`, accountDocument(TEXT_ACCOUNT)];
  yield [`orgs/${org}/accounts/mails`, accountDocument(MAIL_ACCOUNT)];
  yield [`orgs/${org}/accounts/old`, accountDocument(TEXT_ACCOUNT, 'disconnected')];
  yield [`orgs/${org}/accounts/only-${org}`, accountDocument({ channel: 'sms', address: '+15005550009' })];
  yield [`orgs/${org}/accounts/texts/secrets/key`, { sealed: 'x' }];
  yield [`orgs/${org}/handles/key`, { contactId: 'cold', channel: 'sms' }];
  yield [`orgs/${org}/suppressions/hash`, { channel: 'sms', at: SOME_DAY }];
  yield [`orgs/${org}/members/colleague`, { ...seatDocument('viewer'), displayName: 'colleague' }];
  yield [`orgs/${org}/auditLog/first`, { actor: 'owner', action: 'org.create', target: org, at: SOME_DAY }];
  yield [
    `orgs/${org}/privacyRequests/first`,
    { kind: 'access', state: 'open', subjectUid: null, at: SOME_DAY },
  ];
  yield [`orgs/${org}/chains/audit`, { sequence: 1, hash: '0'.repeat(64), eventIds: [] }];
  yield [`orgs/${org}/invites/open`, inviteDocument()];
  yield [`orgs/${org}/billing/stripe`, billingDocument()];
  for (const [contact, assigneeUid] of Object.entries(CONTACTS)) {
    if (org !== 'alpha' && !EVERYWHERE.includes(contact)) continue;
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
