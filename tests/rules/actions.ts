import type { FeatureCounts } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { doc, serverTimestamp, setDoc, updateDoc, writeBatch } from 'firebase/firestore';
import {
  batchDocument,
  batchIdOf,
  lastMessageOf,
  NEW_ID,
  noteDocument,
  REQUESTED_ID,
  textRequest,
} from './documents.js';
import type { Who } from './people.js';
import { people } from './people.js';
import { as } from './world.js';

export const ALPHA_CONTACT = 'orgs/alpha/contacts/cold';

/** Asks for a text to the contact at `contact`, changed as told; `undefined` leaves a field out. */
export function send(who: Who, change: DocumentData = {}, contact = ALPHA_CONTACT): Promise<void> {
  return create(who, `${contact}/messages/${NEW_ID}`, { ...textRequest(people[who].uid), ...change });
}

/** Leaves a note, changed as told; `undefined` leaves a field out. */
export function note(who: Who, change: DocumentData = {}, contact = ALPHA_CONTACT): Promise<void> {
  return create(who, `${contact}/notes/${NEW_ID}`, { ...noteDocument(people[who].uid), ...change });
}

/** Says how often a person used what. */
export function count(who: Who, counts: FeatureCounts): Promise<void> {
  const path = `orgs/alpha/telemetry/${batchIdOf(people[who].uid, 'alpha')}`;
  return create(who, path, { ...batchDocument(), counts });
}

function create(who: Who, path: string, data: DocumentData): Promise<void> {
  const kept = Object.entries(data).filter(([, value]) => value !== undefined);
  return setDoc(doc(as(who), path), Object.fromEntries(kept));
}

export function change(who: Who, path: string, fields: DocumentData): Promise<void> {
  return updateDoc(doc(as(who), path), fields);
}

/** Works on a contact of everybody's. */
export function work(who: Who, fields: DocumentData, contact = ALPHA_CONTACT): Promise<void> {
  return change(who, contact, fields);
}

/** What a person writes to take a message back. */
function canceled(who: Who): DocumentData {
  return { state: 'canceled', canceledAt: serverTimestamp(), canceledBy: people[who].uid };
}

export function cancel(who: Who, messageId = REQUESTED_ID, fields: DocumentData = {}): Promise<void> {
  return change(who, `${ALPHA_CONTACT}/messages/${messageId}`, { ...canceled(who), ...fields });
}

/** The composer's batch: the message, and the contact that names it as its last. */
export function compose(who: Who, says: DocumentData = {}, contactFields: DocumentData = {}): Promise<void> {
  const batch = writeBatch(as(who));
  const message = { ...textRequest(people[who].uid), ...says };
  const lastMessage = lastMessageOf(NEW_ID, message);
  batch.set(doc(as(who), `${ALPHA_CONTACT}/messages/${NEW_ID}`), message);
  batch.update(doc(as(who), ALPHA_CONTACT), { lastMessage, waitingSince: null, ...contactFields });
  return batch.commit();
}

/** The undo batch: the last message is canceled and the contact goes back to what it said before. */
export function takeBack(who: Who, contactFields: DocumentData, messageId = REQUESTED_ID): Promise<void> {
  const batch = writeBatch(as(who));
  batch.update(doc(as(who), `${ALPHA_CONTACT}/messages/${messageId}`), canceled(who));
  batch.update(doc(as(who), ALPHA_CONTACT), contactFields);
  return batch.commit();
}
