import type { Sees, Stage } from '@leadpulse/model';
import { collection, orderBy, query, where, type Firestore, type Query } from 'firebase/firestore';
import { boundsOf } from '../../lib/boundsOf.js';
import type { Bounds } from '../../lib/livePages.js';

/** Whose contacts, by which filters; `assignee` 'nobody' finds those without one. */
export interface ContactFilter {
  orgId: string;
  uid: string;
  sees: Sees;
  stage: Stage | null;
  tag: string | null;
  assignee: string | null;
}

export const CONTACTS_PAGE = 100;
export const NOBODY = 'nobody';

/** Whose contacts to ask for; undefined: anyone's. Who sees only their own must ask for only those. */
export function assigneeOf({ sees, uid, assignee }: ContactFilter): string | null | undefined {
  if (sees === 'assigned') return uid;
  if (assignee === null) return undefined;
  return assignee === NOBODY ? null : assignee;
}

/** The contacts that pass the filters, by name. */
export function contactsQuery(db: Firestore, filter: ContactFilter, bounds: Bounds): Query {
  const assigneeUid = assigneeOf(filter);
  return query(
    collection(db, `orgs/${filter.orgId}/contacts`),
    ...(filter.stage === null ? [] : [where('stage', '==', filter.stage)]),
    ...(filter.tag === null ? [] : [where('tags', 'array-contains', filter.tag)]),
    ...(assigneeUid === undefined ? [] : [where('assigneeUid', '==', assigneeUid)]),
    orderBy('nameKey'),
    ...boundsOf(bounds),
  );
}
