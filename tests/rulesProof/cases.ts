import { dayOf, dayPlus, MESSAGE_STATES } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { Timestamp } from 'firebase/firestore';
import {
  batchDocument,
  batchIdOf,
  lastMessageOf,
  NEW_ID,
  RECEIVED_ID,
  REQUESTED_ID,
  SENT_ID,
  SOME_DAY,
  textRequest,
  threadDocuments,
} from '../rules/documents.js';
import { elsewhere } from './elsewhere.js';
import { JUNK } from './junk.js';
import type { Kind } from './kinds.js';
import { KINDS } from './kinds.js';
import type { World } from './policy.js';
import type { Query, Request } from './request.js';
import { NAMED_ID, ODD_UIDS, PAYING_ORGS, UIDS } from './stage.js';
import { DROP, NOW } from './values.js';

/** Somebody asks something. */
export interface Case {
  uid: string | null;
  request: Request;
  field?: string; // the one that is tried with something else
  isPlain?: true; // written as it should be: only who and where differ
}

const MEMBERS = ['owner', 'narrowOwner', 'admin', 'agent', 'narrowAgent', 'viewer', 'narrowViewer'];
const ODD_CONTACTS = [
  'quiet',
  'waits',
  'wakes',
  'odd',
  'answered',
  'canceled',
  'many',
  'addressless',
  'nobody',
];
const PLACES: readonly [org: string, contact: string][] = [
  ...['cold', 'narrowAgents', 'narrowViewers', 'colleagues', 'removeds', 'strangers', ...ODD_CONTACTS].map(
    (contact): [string, string] => ['alpha', contact],
  ),
  ...['beta', 'paused', 'closed', 'nowhere'].flatMap((org): [string, string][] => [
    [org, 'cold'],
    [org, 'narrowAgents'],
  ]),
  ...PAYING_ORGS.map((org): [string, string] => [org, 'cold']),
];

/** The request that writes one kind with these fields. */
export function writing(
  kind: Kind,
  uid: string | null,
  [org, contact]: readonly [string, string],
  data: DocumentData,
): Request {
  const kept =
    kind.op === 'create' ? Object.entries(data).filter(([, value]) => value !== DROP) : Object.entries(data);
  const path = kind.path(org, contact, uid ?? 'owner');
  return { kind: 'write', writes: [{ op: kind.op, path, data: Object.fromEntries(kept) }] };
}

/** A kind's fields with one of them tried with another value. */
export function tried(kind: Kind, uid: string | null, field: string, value: unknown): DocumentData {
  return kind.alone && field.split('.')[0]! in kind.tries
    ? { [field]: value }
    : { ...kind.base(uid), [field]: value };
}

/** Everything there is to try, one deviation at a time: what kills a weakened rule is among it. */
export function* everyCase(world: World): Generator<Case> {
  for (const kind of KINDS) yield* casesOf(kind);
  yield* contactWork();
  yield* compositions();
  yield* elsewhere();
  yield* countings();
  yield* otherWrites(world);
  yield* readings(world);
}

function* casesOf(kind: Kind): Generator<Case> {
  const home = ['alpha', 'cold'] as const;
  const by = (uid: string | null, place: readonly [string, string], data: DocumentData): Case => ({
    uid,
    request: writing(kind, uid, place, data),
    ...(data === plain && { isPlain: true }),
  });
  let plain: DocumentData = {};
  const plainBy = (uid: string | null, place: readonly [string, string]): Case =>
    by(uid, place, (plain = kind.base(uid)));
  for (const [field, values] of Object.entries(kind.tries)) {
    for (const value of [...values, ...JUNK]) {
      yield { ...by(kind.uid, home, tried(kind, kind.uid, field, value)), field: field.split('.').at(-1)! };
    }
  }
  for (const uid of [...UIDS, ...ODD_UIDS]) {
    yield plainBy(uid, home);
    yield by(kind.uid, home, kind.base(uid)); // in somebody else's name
  }
  for (const uid of MEMBERS) for (const place of PLACES) yield plainBy(uid, place);
  for (const [uid, org] of ELSEWHERE) yield plainBy(uid, [org, 'cold']);
}

/** Members of other organizations, at home. */
const ELSEWHERE = [
  ['stranger', 'beta'],
  ['pausedOwner', 'paused'],
  ['pausedAgent', 'paused'],
  ['closedOwner', 'closed'],
  ['closedAgent', 'closed'],
] as const;

/** One field of every contact, however it stands. */
function* contactWork(): Generator<Case> {
  const kind = KINDS.find(({ name }) => name === 'a contact')!;
  for (const place of PLACES) {
    for (const field of ['stage', 'company', 'assigneeUid', 'inbox']) {
      yield { uid: 'agent', request: writing(kind, 'agent', place, onContact(field)) };
    }
  }
}

function onContact(field: string): DocumentData {
  const values: DocumentData = {
    stage: 'lost',
    company: 'New',
    assigneeUid: null,
    inbox: { status: 'snoozed', unread: 3, snoozedUntil: SOME_DAY },
  };
  return { [field]: values[field] as unknown };
}

/** Usage counts of each day and slot under the id that goes with them, and under others. */
function* countings(): Generator<Case> {
  const today = dayOf(Date.now());
  const by = (uid: string, id: string, data: DocumentData): Case => ({
    uid,
    request: {
      kind: 'write',
      writes: [{ op: 'create', path: `orgs/alpha/telemetry/${id}`, data: { ...batchDocument(), ...data } }],
    },
  });
  for (const days of [-2, -1, 0, 1]) {
    for (const slot of [-1, 0, 1, 286, 287, 288, 289]) {
      const data = { day: dayPlus(today, days), slot };
      yield by('agent', batchIdOf('agent', 'alpha', data), data);
    }
  }
  for (const id of [
    ...['words', NEW_ID, '0'.repeat(64), batchIdOf('owner', 'alpha'), batchIdOf('agent', 'beta')],
    batchIdOf('agent', 'alpha').toUpperCase(),
  ]) {
    yield by('agent', id, {});
  }
}

/** Batches of a message and its contact: sending moves the contact on, taking back moves it back. */
function* compositions(): Generator<Case> {
  const thread = threadDocuments();
  const sent = lastMessageOf(NEW_ID, textRequest('agent'));
  for (const last of variations(sent, {
    at: [Timestamp.now(), SOME_DAY],
    channel: ['email'],
    direction: ['in'],
    messageId: ['nobody', `${NEW_ID}/x`, SENT_ID],
    preview: ['x'.repeat(140), 'x'.repeat(141), ''],
  })) {
    yield* batch(NEW_ID, last, [null, SOME_DAY, NOW]);
  }
  const earlier = [
    lastMessageOf(SENT_ID, thread[SENT_ID]!),
    lastMessageOf(RECEIVED_ID, thread[RECEIVED_ID]!),
    lastMessageOf(REQUESTED_ID, thread[REQUESTED_ID]!),
  ];
  for (const named of earlier) {
    for (const last of [
      named,
      { ...named, preview: 5 },
      { ...named, at: Timestamp.now() },
      { ...named, at: SOME_DAY, messageId: 'nobody' },
    ]) {
      yield* batch(REQUESTED_ID, last, [null, named.at, SOME_DAY]);
      for (const contact of ['quiet', 'waits', 'canceled', 'answered', 'colleagues']) {
        yield {
          uid: 'agent',
          request: {
            kind: 'write',
            writes: [
              {
                op: 'update',
                path: `orgs/alpha/contacts/${contact}`,
                data: {
                  lastMessage: last,
                  waitingSince: (named.direction === 'in' ? named.at : null) as unknown,
                },
              },
            ],
          },
        };
      }
    }
  }
  yield* batch(REQUESTED_ID, null, [null, SOME_DAY]);
  for (const contact of ['quiet', 'canceled', 'cold', 'waits']) {
    for (const waitingSince of [null, SOME_DAY]) {
      yield {
        uid: 'agent',
        request: {
          kind: 'write',
          writes: [
            {
              op: 'update',
              path: `orgs/alpha/contacts/${contact}`,
              data: { lastMessage: null, waitingSince },
            },
          ],
        },
      };
      yield {
        uid: 'agent',
        request: {
          kind: 'write',
          writes: [{ op: 'update', path: `orgs/alpha/contacts/${contact}`, data: { waitingSince } }],
        },
      };
    }
  }
}

function* batch(messageId: string, lastMessage: unknown, waits: unknown[]): Generator<Case> {
  const isNew = messageId === NEW_ID;
  for (const [uid, contact] of [
    ['agent', 'cold'],
    ['agent', 'waits'],
    ['agent', 'quiet'],
    ['agent', 'canceled'],
    ['narrowAgent', 'narrowAgents'],
    ['viewer', 'cold'],
  ] as const) {
    const path = `orgs/alpha/contacts/${contact}`;
    const message = isNew
      ? { op: 'create' as const, path: `${path}/messages/${NEW_ID}`, data: textRequest(uid) }
      : {
          op: 'update' as const,
          path: `${path}/messages/${messageId}`,
          data: { state: 'canceled', canceledAt: NOW, canceledBy: uid },
        };
    for (const waitingSince of waits) {
      yield {
        uid,
        request: {
          kind: 'write',
          writes: [message, { op: 'update', path, data: { lastMessage, waitingSince } }],
        },
      };
    }
  }
}

function* variations(map: DocumentData, changes: Record<string, unknown[]>): Generator {
  yield map;
  yield* JUNK;
  yield { ...map, unread: true };
  for (const key of Object.keys(map)) {
    yield Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
    for (const value of [...(changes[key] ?? []), ...JUNK]) yield { ...map, [key]: value };
  }
}

/** Creating, changing and deleting every document of the world, by members who have the most to say. */
function* otherWrites(world: World): Generator<Case> {
  for (const path of [...world.keys(), ...OTHER_PATHS]) {
    for (const uid of ['owner', 'agent', 'stranger', path.split('/')[1] ?? null]) {
      yield { uid, request: { kind: 'write', writes: [{ op: 'delete', path }] } };
      yield { uid, request: { kind: 'write', writes: [{ op: 'update', path, data: { more: 1 } }] } };
      yield {
        uid,
        request: {
          kind: 'write',
          writes: [{ op: 'create', path: `${path}-new`, data: { ...world.get(path) } }],
        },
      };
    }
  }
  for (const state of MESSAGE_STATES) {
    const path = `orgs/alpha/contacts/cold/messages/is0${state}`;
    yield {
      uid: 'agent',
      request: {
        kind: 'write',
        writes: [{ op: 'update', path, data: { state: 'canceled', canceledAt: NOW, canceledBy: 'agent' } }],
      },
    };
  }
  for (const message of [
    'in_0a1b',
    'confirm_in_0a',
    'x'.repeat(64),
    'x'.repeat(65),
    'a.b',
    'ü',
    NAMED_ID + '1',
  ]) {
    const path = `orgs/alpha/contacts/cold/messages/${message}`;
    yield {
      uid: 'agent',
      request: { kind: 'write', writes: [{ op: 'create', path, data: textRequest('agent') }] },
    };
  }
  for (const to of ['+15005550101', '+15005550100', 'lead@example.test']) {
    for (const contact of ['many', 'addressless']) {
      const path = `orgs/alpha/contacts/${contact}/messages/${NEW_ID}`;
      yield {
        uid: 'agent',
        request: { kind: 'write', writes: [{ op: 'create', path, data: { ...textRequest('agent'), to } }] },
      };
    }
  }
}

const OTHER_PATHS = [
  'orgs/alpha/templates/first',
  'orgs/alpha/usage/2025-06-02',
  'orgs/alpha/telemetry/first',
  'rateLimits/key',
  'mailings/x/recipients/owner',
  'mailOptOuts/x',
  'stripeEvents/x',
  'admin/config',
  'contacts/cold',
  'users/owner/orgs/alpha',
  'orgs/alpha/members/owner/private/x',
  'orgs/alpha/contacts/cold/drafts/x',
  'orgs/alpha/contacts/cold/messages/sent/parts/x',
];

const MISSING = ['orgs/alpha/contacts/nobody', 'orgs/alpha/members/nobody', 'users/nobody'];
const EVERY_UID = [...UIDS, ...ODD_UIDS];

function* readings(world: World): Generator<Case> {
  const paths = [...world.keys(), ...OTHER_PATHS, ...MISSING];
  for (const path of paths) {
    const who = path.includes('plan-') ? ['owner', 'agent', 'stranger'] : EVERY_UID;
    for (const uid of who) yield { uid, request: { kind: 'get', path } };
  }
  for (const folder of new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/')))))
    yield* listings(folder);
  for (const uid of EVERY_UID) {
    for (const query of [...contactQueries(uid ?? 'owner'), ...askedQueries(uid ?? 'owner')]) {
      yield { uid, request: { kind: 'list', query } };
    }
  }
}

function* listings(folder: string): Generator<Case> {
  const at = folder.lastIndexOf('/');
  const place = { parent: folder.slice(0, Math.max(0, at)), collection: folder.slice(at + 1) };
  for (const uid of EVERY_UID) yield { uid, request: { kind: 'list', query: { ...place, limit: 100 } } };
  for (const uid of ['owner', folder.split('/')[1] ?? 'owner']) {
    yield { uid, request: { kind: 'list', query: { ...place, limit: null } } };
    yield { uid, request: { kind: 'list', query: { ...place, limit: 101 } } };
    yield { uid, request: { kind: 'list', query: { ...place, limit: 5, isGroup: true } } };
  }
}

function askedQueries(uid: string): Query[] {
  const place = { parent: '', collection: 'privacyRequests', limit: 50 };
  return [
    { ...place, where: [['subjectUid', 'EQUAL', uid]] },
    { ...place, limit: 101, where: [['subjectUid', 'EQUAL', uid]] },
    { ...place, where: [['subjectUid', 'EQUAL', 'somebody']] },
    { ...place, where: [['kind', 'EQUAL', 'access']] },
    { ...place, collection: 'exports', where: [['uid', 'EQUAL', uid]] },
  ];
}

function contactQueries(uid: string): Query[] {
  const place = { parent: 'orgs/alpha', collection: 'contacts', limit: 50 };
  return [
    { ...place, where: [['assigneeUid', 'EQUAL', uid]] },
    { ...place, where: [['assigneeUid', 'EQUAL', 'agent']] },
    { ...place, where: [['assigneeUid', 'EQUAL', null]] },
    {
      ...place,
      where: [
        ['assigneeUid', 'EQUAL', uid],
        ['stage', 'EQUAL', 'new'],
      ],
    },
    { ...place, where: [['assigneeUid', 'IN', [uid, 'agent']]] },
    { ...place, where: [['assigneeUid', 'NOT_EQUAL', 'agent']] },
    { ...place, where: [['stage', 'EQUAL', 'new']] },
  ];
}
