import type { DocumentReference, Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { FieldPath } from 'firebase-admin/firestore';
import { db } from '../platform/firestore.js';
import { orgRef } from '../platform/refs.js';

const PAGE = 300;

/** Every document of a query, a page in memory at a time. */
export async function* documentsOf(query: Query): AsyncGenerator<QueryDocumentSnapshot> {
  let page = query.limit(PAGE);
  for (;;) {
    const { docs } = await page.get();
    yield* docs;
    const last = docs.at(-1);
    if (!last || docs.length < PAGE) return;
    page = query.startAfter(last).limit(PAGE);
  }
}

export function allOf(parent: DocumentReference, name: string): Query {
  return parent.collection(name).orderBy(FieldPath.documentId());
}

/** All documents of a name below the contacts of one organization, in one query: their paths lie side by side. */
export function allBelowContacts(orgId: string, name: string): Query {
  const contacts = orgRef(orgId).collection('contacts');
  const edge = (end: string): DocumentReference => contacts.doc(end).collection(name).doc(end);
  return db()
    .collectionGroup(name)
    .orderBy(FieldPath.documentId())
    .startAt(edge(' '))
    .endBefore(edge('\uf8ff'));
}
