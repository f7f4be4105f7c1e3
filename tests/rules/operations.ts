import type { Capability } from '@leadpulse/model';
import type { DocumentData, Firestore } from 'firebase/firestore';
import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from 'firebase/firestore';
import {
  emailRequest,
  NEW_ID,
  noteDocument,
  orgDocument,
  RECEIVED_ID,
  REQUESTED_ID,
  textRequest,
} from './documents.js';
import type { CONTACTS } from './seed.js';

/** One thing that somebody may try in an organization. */
export interface Operation {
  does: string;
  needs: Capability | 'nothing grants it';
  contact?: keyof typeof CONTACTS; // the contact it looks at
  paid?: true; // it asks for a message to be sent
  whole?: true; // it lists contacts without asking for one's own
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
const remove = (path: string) => (db: Firestore, org: string) => deleteDoc(doc(db, `orgs/${org}${path}`));
const group = (name: string) => (db: Firestore) => getDocs(query(collectionGroup(db, name), limit(10)));

/** Reading, listing, and no writing at all: for what only functions write. */
function kept(noun: string, folder: string, id: string, needs: Operation['needs']): Operation[] {
  return [
    { does: `read ${noun}`, needs, attempt: read(`/${folder}/${id}`) },
    { does: `list every ${noun}`, needs, attempt: list(folder) },
    { does: `create ${noun}`, needs: never, attempt: create(`${folder}/new`) },
    { does: `change ${noun}`, needs: never, attempt: update(`/${folder}/${id}`, () => ({ a: 1 })) },
    { does: `delete ${noun}`, needs: never, attempt: remove(`/${folder}/${id}`) },
  ];
}

const organization: Operation[] = [
  { does: 'read the organization', needs: 'org.read', attempt: read('') },
  {
    does: 'list organizations',
    needs: never,
    attempt: (db) => getDocs(query(collection(db, 'orgs'), limit(1))),
  },
  {
    does: 'create an organization',
    needs: never,
    attempt: (db, org) => setDoc(doc(db, `orgs/${org}-new`), orgDocument('New')),
  },
  { does: 'rename the organization', needs: 'org.write', attempt: update('', () => ({ name: 'Renamed' })) },
  {
    does: 'grant the organization access',
    needs: never,
    attempt: update('', () => ({ 'access.status': 'active' })),
  },
  { does: 'delete the organization', needs: never, attempt: remove('') },
  ...kept('a seat', 'members', 'owner', 'org.read').filter(({ does }) => does !== 'read a seat'),
  { does: 'read a seat that is missing', needs: 'org.read', attempt: read('/members/nobody') },
  {
    does: 'take a seat',
    needs: never,
    attempt: (db, org, uid) =>
      setDoc(doc(db, `orgs/${org}/members/${uid ?? 'x'}`), { role: 'owner', sees: 'everything' }),
  },
  ...kept('a channel account', 'accounts', 'texts', 'org.read'),
  ...kept('a secret', 'accounts/texts/secrets', 'key', never),
  ...kept('a handle', 'handles', 'key', never),
  ...kept('a suppression', 'suppressions', 'hash', never),
  ...kept('an audit entry', 'auditLog', 'first', 'audit.read'),
  ...kept('the head of the audit log', 'chains', 'audit', never),
  ...kept('an invite', 'invites', 'open', 'member.write'),
  ...kept('a template', 'templates', 'first', never),
  ...kept('a billing page', 'billing', 'stripe', never),
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
    by('delete the contact', never, remove(path)),
    {
      ...by('send an email', 'message.send', create(`${inside}/messages/${NEW_ID}`, emailRequest)),
      paid: true,
    },
    by('cancel a message', 'message.send', update(`${path}/messages/${REQUESTED_ID}`, canceledBy)),
    by(
      'mark a message sent',
      never,
      update(`${path}/messages/${REQUESTED_ID}`, () => ({ state: 'sent' })),
    ),
    by('delete a message', never, remove(`${path}/messages/${REQUESTED_ID}`)),
    by('read a note', 'contact.read', read(`${path}/notes/first`)),
    by('list the notes', 'contact.read', list(`${inside}/notes`)),
    by('leave a note', 'note.write', create(`${inside}/notes/${NEW_ID}`, noteDocument)),
    by(
      'rewrite a note',
      never,
      update(`${path}/notes/first`, () => ({ body: 'No' })),
    ),
    by('delete a note', never, remove(`${path}/notes/first`)),
    by('read a consent', 'contact.read', read(`${path}/consents/first`)),
    by('list the consents', 'contact.read', list(`${inside}/consents`)),
    by('record a consent', never, create(`${inside}/consents/new`)),
    by(
      'change a consent',
      never,
      update(`${path}/consents/first`, () => ({ kind: 'grant' })),
    ),
    by('delete a consent', never, remove(`${path}/consents/first`)),
  ];
}

function snoozed(): DocumentData {
  return { inbox: { status: 'snoozed', unread: 0, snoozedUntil: new Date(Date.now() + 3_600_000) } };
}

function canceledBy(uid: string | null): DocumentData {
  return { state: 'canceled', canceledAt: serverTimestamp(), canceledBy: uid };
}

const lists: Operation[] = [
  { does: 'create a contact', needs: never, attempt: create('contacts/new') },
  { does: 'list every contact', needs: 'contact.read', whole: true, attempt: list('contacts') },
  {
    does: 'list their own contacts',
    needs: 'contact.read',
    attempt: (db, org, uid) =>
      getDocs(
        query(collection(db, `orgs/${org}/contacts`), where('assigneeUid', '==', uid ?? 'x'), limit(50)),
      ),
  },
  ...[
    'contacts',
    'messages',
    'notes',
    'consents',
    'members',
    'accounts',
    'secrets',
    'handles',
    'invites',
    'auditLog',
  ].map((name): Operation => ({ does: `list all ${name} of the world`, needs: never, attempt: group(name) })),
];

/** Everything there is to try, on contacts of each kind of assignee. */
export const operations: Operation[] = [
  ...organization,
  ...lists,
  ...onContact('cold'),
  ...onContact('narrowAgents'),
  ...inSight('narrowViewers'),
  ...inSight('removeds'),
  ...inSight('strangers'),
];
