import type { DataExport, ExportedCollection } from '@leadpulse/model';
import {
  CONTACT_EXPORT,
  CONTACT_ITSELF,
  exportedFields,
  ORG_EXPORT,
  PERSON_TRACES,
  tracedFields,
} from '@leadpulse/model';
import type { DocumentSnapshot, Query } from 'firebase-admin/firestore';
import { db } from '../platform/firestore.js';
import { currentPerson } from '../platform/person.js';
import { contactRef, orgRef, privacyRequests, userRef } from '../platform/refs.js';
import { signInFacts } from './signInAccount.js';
import { allBelowContacts, allOf, documentsOf } from './exportRows.js';

/** One entry of a file: where it lies, and what of it is told. */
export interface ExportRow {
  path: string;
  fields: Record<string, unknown>;
}

/** What a file of the export is made of, read while it is written. */
export interface ExportFile {
  name: string;
  columns?: readonly string[];
  rows: () => AsyncIterable<ExportRow>;
}

export function filesOf(about: DataExport): ExportFile[] {
  const { kind, uid, orgId, contactId } = about;
  if (kind === 'my-data') return filesOfPerson(uid);
  if (orgId === null) throw new Error('an export of an organization without one');
  if (kind === 'organization') return filesOfOrg(orgId);
  if (contactId === null) throw new Error('an export of a contact without one');
  return filesOfContact(orgId, contactId);
}

function filesOfContact(orgId: string, contactId: string): ExportFile[] {
  const contact = contactRef(orgId, contactId);
  return [
    { name: 'contact', rows: () => one(() => contact.get(), CONTACT_ITSELF) },
    ...CONTACT_EXPORT.map((collection) => fileOf(collection, allOf(contact, collection.name))),
  ];
}

function filesOfOrg(orgId: string): ExportFile[] {
  const org = orgRef(orgId);
  return [
    { name: 'organization', rows: () => one(() => org.get(), { name: 'organization', without: [] }) },
    ...ORG_EXPORT.map((collection) => {
      const { name, below } = collection;
      return fileOf(collection, below ? allBelowContacts(orgId, name) : allOf(org, name));
    }),
  ];
}

function filesOfPerson(uid: string): ExportFile[] {
  const page = userRef(uid);
  const plain = (name: string, without: string[] = []): ExportedCollection => ({ name, without });
  return [
    { name: 'account', rows: () => signIn(uid) },
    { name: 'page', rows: () => one(() => page.get(), plain('page')) },
    { name: 'choices-over-time', rows: () => below(page) },
    { name: 'seats', rows: () => seatsOf(uid) },
    { name: 'what-you-did', rows: () => deedsOf(uid) },
    fileOf(plain('requests', ['job']), privacyRequests().where('subjectUid', '==', uid)),
    fileOf(plain('exports', ['tokenHash']), db().collection('exports').where('uid', '==', uid)),
  ];
}

function fileOf(collection: ExportedCollection, query: Query): ExportFile {
  const { name, columns, without } = collection;
  return {
    name,
    ...(columns && { columns }),
    async *rows() {
      for await (const document of documentsOf(query)) yield rowOf(document, without);
    },
  };
}

function rowOf(document: DocumentSnapshot, without: readonly string[]): ExportRow {
  return { path: document.ref.path, fields: exportedFields(document.data() ?? {}, without) };
}

async function* one(
  read: () => Promise<DocumentSnapshot>,
  { without }: ExportedCollection,
): AsyncGenerator<ExportRow> {
  const document = await read();
  if (document.exists) yield rowOf(document, without);
}

async function* signIn(uid: string): AsyncGenerator<ExportRow> {
  yield { path: `auth/${uid}`, fields: await signInFacts(uid) };
}

/** All that lies below the person's page, whatever it is called. */
async function* below(page: ReturnType<typeof userRef>): AsyncGenerator<ExportRow> {
  for (const collection of await page.listCollections()) {
    for await (const document of documentsOf(allOf(page, collection.id))) {
      yield rowOf(document, []);
    }
  }
}

async function* seatsOf(uid: string): AsyncGenerator<ExportRow> {
  const orgs = ((await userRef(uid).get()).get('orgs') ?? {}) as Record<string, unknown>;
  for (const orgId of Object.keys(orgs)) {
    const seat = await orgRef(orgId).collection('members').doc(uid).get();
    if (seat.exists) yield rowOf(seat, []);
  }
}

/** Every document that names the person, with what in it is theirs. */
async function* deedsOf(uid: string): AsyncGenerator<ExportRow> {
  const { email } = await currentPerson(uid);
  const log = ['actor', 'target'].map((field) => ({ group: 'auditLog', field, by: 'uid', isList: false }));
  for (const { group, field, by, isList } of [...PERSON_TRACES, ...log]) {
    const all: Query = group === 'orgs' ? db().collection('orgs') : db().collectionGroup(group);
    const query = all.where(field, isList ? 'array-contains' : '==', by === 'uid' ? uid : email);
    for await (const document of documentsOf(query)) {
      const fields = { as: field, ...tracedFields(document.data(), group, uid) };
      yield { path: document.ref.path, fields };
    }
  }
}
