import type { QueueId, Sees } from '@leadpulse/model';
import {
  collection,
  limit,
  orderBy,
  query,
  where,
  type Firestore,
  type Query,
  type QueryConstraint,
} from 'firebase/firestore';
import { boundsOf } from '../../lib/boundsOf.js';
import type { Bounds } from '../../lib/livePages.js';

/** Whose inbox, and which part of it. */
export interface InboxPlace {
  orgId: string;
  uid: string;
  sees: Sees;
}

export const THREADS_PAGE = 50;
export const MESSAGES_PAGE = 30;
export const NOTES_PAGE = 50;
const COUNTED = 100; // LIMITS.listPage: the rules refuse to count further

/** The whole of the first page, as the bench opens it. @internal */
export const FIRST_THREADS: Bounds = { after: null, until: null, limit: THREADS_PAGE };

/** The rules let a member who sees only their own contacts list only those, and only if the query says so. */
function sightOf({ sees, uid }: InboxPlace): QueryConstraint[] {
  return sees === 'assigned' ? [where('assigneeUid', '==', uid)] : [];
}

function contactsOf(db: Firestore, { orgId }: InboxPlace) {
  return collection(db, `orgs/${orgId}/contacts`);
}

function constraintsOf(queue: QueueId, place: InboxPlace): QueryConstraint[] {
  const newestFirst = orderBy('lastMessage.at', 'desc');
  const open = where('inbox.status', '==', 'open');
  switch (queue) {
    case 'mine':
      return [open, where('assigneeUid', '==', place.uid), newestFirst];
    case 'unassigned':
      return [open, where('assigneeUid', '==', null), newestFirst];
    case 'all':
      return [open, ...sightOf(place), newestFirst];
    case 'waiting': // longest first; who waits for nothing has null, which no inequality finds
      return [
        open,
        ...sightOf(place),
        where('waitingSince', '>', new Date(0)),
        orderBy('waitingSince', 'asc'),
      ];
    case 'snoozed':
    case 'closed':
      return [where('inbox.status', '==', queue), ...sightOf(place), newestFirst];
  }
}

/** The threads of a queue, freshest first; those that wait for us, longest first. */
export function queueQuery(db: Firestore, place: InboxPlace, queue: QueueId, bounds: Bounds): Query {
  return query(contactsOf(db, place), ...constraintsOf(queue, place), ...boundsOf(bounds));
}

/** For an exact count of a queue: one aggregation, at most 100. */
export function queueCountQuery(db: Firestore, place: InboxPlace, queue: QueueId): Query {
  return query(contactsOf(db, place), ...constraintsOf(queue, place), limit(COUNTED));
}

/** All channels of one contact, newest first. */
export function messagesQuery(db: Firestore, contactPath: string, bounds: Bounds): Query {
  return query(collection(db, `${contactPath}/messages`), orderBy('at', 'desc'), ...boundsOf(bounds));
}

export function notesQuery(db: Firestore, contactPath: string, bounds: Bounds): Query {
  return query(collection(db, `${contactPath}/notes`), orderBy('at', 'desc'), ...boundsOf(bounds));
}
