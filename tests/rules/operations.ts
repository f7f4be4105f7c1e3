import type { Capability } from '@leadpulse/model';
import type { DocumentData, Firestore } from 'firebase/firestore';
import { collection, doc, getDoc, getDocs, limit, query, setDoc, updateDoc, where } from 'firebase/firestore';
import { emailRequest, NEW_ID, RECEIVED_ID, REQUESTED_ID, textRequest } from './documents.js';
import type { CONTACTS } from './seed.js';

/** One thing that somebody may try in an organization, in the words of the domain. */
export interface Operation {
  does: string;
  needs: Capability | 'nothing grants it';
  contact?: keyof typeof CONTACTS; // the contact it looks at
  paid?: true; // it asks for a message to be sent
  attempt: (db: Firestore, org: string, uid: string | null) => Promise<unknown>;
}

const never = 'nothing grants it';

const read = (path: string) => (db: Firestore, org: string) => getDoc(doc(db, `orgs/${org}${path}`));
const list = (path: string) => (db: Firestore, org: string) =>
  getDocs(query(collection(db, `orgs/${org}/${path}`), limit(100)));
const create =
  (path: string, data: (uid: string | null) => DocumentData = () => ({ a: 1 })) =>
  (db: Firestore, org: string, uid: string | null) =>
    setDoc(doc(db, `orgs/${org}/${path}`), data(uid));
const update =
  (path: string, fields: (uid: string | null) => DocumentData) =>
  (db: Firestore, org: string, uid: string | null) =>
    updateDoc(doc(db, `orgs/${org}${path}`), fields(uid));

const organization: Operation[] = [
  {
    does: 'grant the organization access',
    needs: never,
    attempt: update('', () => ({ 'access.status': 'active' })),
  },
  {
    does: 'take a seat',
    needs: never,
    attempt: (db, org, uid) =>
      setDoc(doc(db, `orgs/${org}/members/${uid ?? 'x'}`), { role: 'owner', sees: 'everything' }),
  },
  { does: 'read a seat that is missing', needs: 'org.read', attempt: read('/members/nobody') },
];

type Contact = keyof typeof CONTACTS;

function on(
  contact: Contact,
  does: string,
  needs: Operation['needs'],
  attempt: Operation['attempt'],
): Operation {
  return { does: `${does} (contact ${contact})`, needs, contact, attempt };
}

/** What tells whether a person sees a contact. */
function inSight(contact: Contact): Operation[] {
  const path = `/contacts/${contact}`;
  return [
    on(contact, 'read the contact', 'contact.read', read(path)),
    on(
      contact,
      'move the contact to a stage',
      'contact.write',
      update(path, () => ({ stage: 'won' })),
    ),
    on(contact, 'read a message', 'contact.read', read(`${path}/messages/${RECEIVED_ID}`)),
    on(contact, 'list the messages', 'contact.read', list(`contacts/${contact}/messages`)),
    {
      ...on(
        contact,
        'send a text',
        'message.send',
        create(`contacts/${contact}/messages/${NEW_ID}`, textRequest),
      ),
      paid: true,
    },
  ];
}

function onContact(contact: Contact): Operation[] {
  const path = `/contacts/${contact}`;
  const inside = `contacts/${contact}`;
  const by = (does: string, needs: Operation['needs'], attempt: Operation['attempt']): Operation =>
    on(contact, does, needs, attempt);
  return [
    ...inSight(contact),
    by(
      'assign the contact',
      'contact.write',
      update(path, () => ({ assigneeUid: null, company: 'Moved' })),
    ),
    by('snooze the contact', 'contact.write', update(path, snoozed)),
    by(
      'replace the contact',
      never,
      create(inside, () => ({ name: 'X' })),
    ),
    by(
      'rename the contact',
      never,
      update(path, () => ({ name: 'X' })),
    ),
    by(
      'lift an opt-out',
      never,
      update(path, () => ({ 'optOut.sms': false, stage: 'won', search: [] })),
    ),
    {
      ...by('send an email', 'message.send', create(`${inside}/messages/${NEW_ID}`, emailRequest)),
      paid: true,
    },
    by(
      'mark a message sent',
      never,
      update(`${path}/messages/${REQUESTED_ID}`, () => ({ state: 'sent' })),
    ),
    by(
      'rewrite a note',
      never,
      update(`${path}/notes/first`, () => ({ body: 'No' })),
    ),
    by(
      'take a revocation back',
      never,
      update(`${path}/consents/first`, () => ({ kind: 'grant' })),
    ),
  ];
}

function snoozed(): DocumentData {
  return { inbox: { status: 'snoozed', unread: 0, snoozedUntil: new Date(Date.now() + 3_600_000) } };
}

const ownContacts: Operation = {
  does: 'list their own contacts',
  needs: 'contact.read',
  attempt: (db, org, uid) =>
    getDocs(query(collection(db, `orgs/${org}/contacts`), where('assigneeUid', '==', uid ?? 'x'), limit(50))),
};

/** What is tried beyond the five methods of every collection (places.ts), on contacts of each kind of assignee. */
export const operations: Operation[] = [
  ...organization,
  ownContacts,
  ...onContact('cold'),
  ...onContact('narrowAgents'),
  ...inSight('narrowViewers'),
  ...inSight('removeds'),
  ...inSight('strangers'),
];
