import type { DocumentData } from 'firebase/firestore';
import {
  CONFIRMATION_ID,
  lastMessageOf,
  NEW_ID,
  noteDocument,
  REQUESTED_ID,
  SOME_DAY,
  textRequest,
} from '../rules/documents.js';
import type { Case } from './cases.js';
import type { Write } from './request.js';
import { SOLE } from './stage.js';
import { NOW } from './values.js';

const asking = (uid: string, ...writes: Write[]): Case => ({ uid, request: { kind: 'write', writes } });
const making = (uid: string, path: string, data: DocumentData): Case =>
  asking(uid, { op: 'create', path, data });
const changing = (uid: string, path: string, data: DocumentData): Case =>
  asking(uid, { op: 'update', path, data });

/** What is right, or wrong, only by where it is: on whose seat, under which id, in which organization. */
export function* elsewhere(): Generator<Case> {
  for (const uid of ['agent', 'owner', 'seenLongAgo', 'seenNever']) {
    for (const seat of ['seenLongAgo', 'seenNever'])
      yield changing(uid, `orgs/alpha/members/${seat}`, { lastActiveAt: NOW });
  }
  for (const id of ['a.b', 'ü', 'n_1-2', 'x'.repeat(128), 'x'.repeat(129)])
    yield making('agent', `orgs/alpha/contacts/cold/notes/${id}`, noteDocument('agent'));
  for (const accountId of ['only-beta', 'only-alpha']) {
    const from = { accountId, from: '+15005550009' };
    for (const org of ['alpha', 'beta']) {
      const uid = org === 'beta' ? 'stranger' : 'agent';
      const path = `orgs/${org}/contacts/cold/messages/${NEW_ID}`;
      yield making(uid, path, { ...textRequest(uid), ...from });
    }
  }
  for (const id of [CONFIRMATION_ID, REQUESTED_ID]) {
    const taken = { state: 'canceled', canceledAt: NOW, canceledBy: 'agent' };
    yield changing('agent', `orgs/alpha/contacts/cold/messages/${id}`, taken);
  }
  const woken = { status: 'snoozed', unread: 0, snoozedUntil: SOME_DAY }; // read, and asleep as before
  for (const contact of ['wakes', 'cold'])
    yield changing('agent', `orgs/alpha/contacts/${contact}`, { inbox: woken });
  for (const change of [{ stage: 'new' }, { timeZone: null }])
    // otherwise everywhere else
    yield changing('agent', 'orgs/alpha/contacts/odd', change);
  yield* inTheOther();
}

/** An organization whose only contact and members 'alpha' does not have, or has otherwise. */
function* inTheOther(): Generator<Case> {
  for (const uid of ['agent', 'owner', 'stranger']) {
    for (const assigneeUid of ['agent', 'owner', 'viewer', 'stranger'])
      yield changing(uid, SOLE, { assigneeUid });
    yield making(uid, `${SOLE}/notes/${NEW_ID}`, noteDocument(uid));
    const path = `${SOLE}/messages/${NEW_ID}`;
    yield making(uid, path, textRequest(uid));
    const lastMessage = lastMessageOf(NEW_ID, textRequest(uid));
    yield asking(
      uid,
      { op: 'create', path, data: textRequest(uid) },
      { op: 'update', path: SOLE, data: { lastMessage, waitingSince: null } },
    );
  }
}
