import type { Capability } from '@leadpulse/model';
import { can, effectiveSees } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { serverTimestamp } from 'firebase/firestore';
import { collectionOf, collectionsInFunctions, collectionsInRules } from './collections.js';
import {
  batchDocument,
  batchIdOf,
  NEW_ID,
  noteDocument,
  orgDocument,
  REQUESTED_ID,
  SOME_DAY,
  textRequest,
  userDocument,
} from './documents.js';
import type { Who } from './people.js';
import { orgOf, people, roleOf, seatOf, seesContactOf } from './people.js';
import { CONTACTS, ORGS, seed } from './seed.js';

export const METHODS = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Method = (typeof METHODS)[number];

type Grant = Capability | 'anybody'; // 'anybody' who is signed in

type Contact = keyof typeof CONTACTS;

/** A document of a collection, and who may do what there. What is not granted nobody may. */
export interface Place {
  path: string; // {org}: the organization that is tried; {uid}: the one who tries
  one: string;
  many: string;
  grants: Partial<Record<Method, Grant>>;
  contact?: Contact; // what it holds is a contact's, and seen as the contact is
  whole?: true; // a list of it holds everybody's
  own?: string; // the field that a list must ask for its own by; this table's lists ask for all
  paid?: Method; // what a plan is needed for
  newId?: (uid: string | null, org: string) => string; // of what is created, where any other is refused
  create?: (uid: string | null) => DocumentData;
  update?: (uid: string | null) => DocumentData;
}

const place = (path: string, one: string, many: string, more: Partial<Place> = {}): Place => ({
  path,
  one,
  many,
  grants: {},
  ...more,
});

const reading = (capability: Capability): Place['grants'] => ({ get: capability, list: capability });

const ofPeople: Place[] = [
  place('users/{uid}', 'their own page', 'pages', {
    grants: { get: 'anybody', update: 'anybody' },
    update: () => ({ preferences: userDocument('', {}).preferences as DocumentData }),
  }),
  place('users/somebody', 'the page of somebody else', 'pages', {
    update: () => ({ preferences: userDocument('', {}).preferences as DocumentData }),
  }),
  place('users/{uid}/consents/first', 'a consent of their own', 'their own consents', {
    grants: { get: 'anybody', list: 'anybody' },
  }),
  place('users/somebody/consents/first', 'a consent of somebody else', 'consents of somebody else'),
  place('exports/{uid}', 'an export of their own', 'exports', { grants: { get: 'anybody' } }),
  place('exports/somebody', 'an export of somebody else', 'exports'),
  place('privacyRequests/{uid}', 'a privacy request of their own', 'everybody’s privacy requests', {
    grants: { get: 'anybody' },
    own: 'subjectUid',
  }),
  place('privacyRequests/somebody', 'a privacy request of somebody else', 'everybody’s privacy requests', {
    own: 'subjectUid',
  }),
];

const ofOrganizations: Place[] = [
  place('orgs/{org}', 'the organization', 'organizations', {
    grants: { get: 'org.read', update: 'org.write' },
    create: () => orgDocument('New'),
    update: () => ({ name: 'Renamed' }),
  }),
  place('orgs/{org}/members/{uid}', 'their own seat', 'seats', {
    grants: { ...reading('org.read'), update: 'org.read' },
    update: () => ({ lastActiveAt: serverTimestamp() }),
  }),
  place('orgs/{org}/members/colleague', 'a colleague’s seat', 'seats, a colleague’s among them', {
    grants: reading('org.read'),
    update: () => ({ lastActiveAt: serverTimestamp() }),
  }),
  place('orgs/{org}/invites/open', 'an invite', 'invites', { grants: reading('member.write') }),
  place('orgs/{org}/accounts/texts', 'a channel account', 'channel accounts', {
    grants: reading('org.read'),
  }),
  place('orgs/{org}/billing/stripe', 'the billing page', 'billing pages', {
    grants: { get: 'billing.write' },
  }),
  place(
    'orgs/{org}/privacyRequests/first',
    'a privacy request about a lead',
    'privacy requests about leads',
    {
      grants: reading('contact.delete'),
    },
  ),
  place('orgs/{org}/auditLog/first', 'an audit entry', 'the audit log', { grants: reading('audit.read') }),
  place('orgs/{org}/telemetry/first', 'a telemetry batch', 'telemetry batches', {
    grants: { create: 'org.read' },
    newId: batchIdOf,
    create: batchDocument,
  }),
  place('orgs/{org}/usage/2025-06-02', 'a day of usage', 'days of usage', { grants: reading('usage.read') }),
];

function ofContact(contact: Contact, whose: string): Place[] {
  const path = `orgs/{org}/contacts/${contact}`;
  return [
    place(path, `${whose} contact`, `contacts, ${whose} among them`, {
      contact,
      grants: { ...reading('contact.read'), update: 'contact.write' },
      whole: true,
      update: () => ({ stage: 'won' }),
    }),
    place(
      `${path}/messages/${REQUESTED_ID}`,
      `a message of ${whose} contact`,
      `messages of ${whose} contact`,
      {
        contact,
        grants: { ...reading('contact.read'), create: 'message.send', update: 'message.send' },
        paid: 'create',
        create: textRequest,
        update: (uid) => ({ state: 'canceled', canceledAt: serverTimestamp(), canceledBy: uid }),
      },
    ),
    place(`${path}/notes/first`, `a note on ${whose} contact`, `notes on ${whose} contact`, {
      contact,
      grants: { ...reading('contact.read'), create: 'note.write' },
      create: noteDocument,
    }),
    place(`${path}/consents/first`, `a consent of ${whose} contact`, `consents of ${whose} contact`, {
      contact,
      grants: reading('contact.read'),
    }),
  ];
}

/** Collections of the design that no client reaches, some of them not built yet. */
const outOfReach: Place[] = Object.entries({
  'orgs/{org}/accounts/texts/secrets/key': ['a secret', 'secrets'],
  'orgs/{org}/oauthStates/hash': ['a way back from Google', 'ways back from Google'],
  'orgs/{org}/chains/audit': ['the head of the audit log', 'heads of chains'],
  'orgs/{org}/handles/key': ['a handle', 'handles'],
  'orgs/{org}/suppressions/hash': ['a suppression', 'suppressions'],
  'orgs/{org}/templates/first': ['a template', 'templates'],
  'orgs/{org}/segments/first': ['a segment', 'segments'],
  'orgs/{org}/views/first': ['a view', 'views'],
  'orgs/{org}/campaigns/first': ['a campaign', 'campaigns'],
  'orgs/{org}/campaigns/first/recipients/cold': ['a recipient', 'recipients'],
  'orgs/{org}/imports/first': ['an import', 'imports'],
  'orgs/{org}/imports/first/chunks/1': ['a chunk of an import', 'chunks of an import'],
  'usageAggregates/2025-06-02': ['a day of everybody’s usage', 'days of everybody’s usage'],
  'usageRuns/2025-06-02': ['a day’s run of counting', 'runs of counting'],
  'stripeEvents/first': ['a Stripe event', 'Stripe events'],
  'disclosures/000001': ['a disclosure', 'disclosures'],
  'rateLimits/first': ['a rate limit', 'rate limits'],
  'mailings/first': ['a mailing', 'mailings'],
  'mailings/first/recipients/{uid}': ['their own copy of a mailing', 'recipients of a mailing'],
  'mailOptOuts/first': ['an opt-out at support', 'opt-outs at support'],
}).map(([path, [one, many]]) => place(path, one!, many!));

const told = [
  ...ofPeople,
  ...ofOrganizations,
  ...ofContact('cold', 'nobody’s'),
  ...ofContact('narrowAgents', 'a colleague’s'),
  ...outOfReach,
];

/** A collection that the rules or the functions have and the table has not: nobody may do anything there. */
function untold(rules: string): Place[] {
  const known = new Set(told.map(({ path }) => collectionOf(path)));
  const names = new Set([...known].flatMap((collection) => collection.split('/')));
  const matched = collectionsInRules(rules).filter((collection) => !known.has(collection));
  const named = collectionsInFunctions().filter(
    (name) => !names.has(name) && !matched.join('/').includes(name),
  );
  return [...matched, ...named.map((name) => `orgs/${name}`)].map((collection) => {
    const path = collection
      .split('/')
      .map((name) => `${name}/${name === 'orgs' ? '{org}' : 'first'}`)
      .join('/');
    return place(path, `a document of ${collection}`, `documents of ${collection}`);
  });
}

/** A document of every collection that there is. */
export function placesOf(rules: string): Place[] {
  return [...told, ...untold(rules)];
}

/** The seeded world, with something in the collections that it has nothing for. */
export function furnished(rules: string): Map<string, DocumentData> {
  const paths = placesOf(rules).flatMap(({ path }) => ORGS.map((org) => path.replace('{org}', org)));
  const fixed = paths.filter((path) => !path.includes('{uid}'));
  return new Map([...fixed.map((path) => [path, { at: SOME_DAY }] as const), ...seed()]);
}

/** The document that a person means in an organization. */
export function pathAt({ path }: Place, org: string, who: Who): string {
  return path.replace('{org}', org).replace('{uid}', people[who].uid ?? 'nobody');
}

/** Where a new document would lie, beside the one there is. */
export function newPathAt(somewhere: Place, org: string, who: Who): string {
  const id = somewhere.newId?.(people[who].uid, org) ?? NEW_ID;
  return pathAt(somewhere, org, who).replace(/[^/]+$/, id);
}

/** The answer of the capability table and of the plan. */
export function mayAt(who: Who, method: Method, { grants, contact, paid, whole }: Place): boolean {
  const grant = grants[method];
  if (grant === 'anybody') return people[who].uid !== null;
  const seat = seatOf(who);
  if (!grant || !seat || !can(roleOf(who), grant)) return false;
  if (paid === method && orgOf(who) === 'paused') return false;
  if (whole && method === 'list') return effectiveSees(seat) === 'everything';
  return contact === undefined || seesContactOf(who, CONTACTS[contact]);
}
