import type { Sees, Stage } from '@leadpulse/model';
import {
  collection,
  endAt,
  limit,
  orderBy,
  query,
  startAfter,
  where,
  type Firestore,
  type Query,
  type QueryConstraint,
} from 'firebase/firestore';

/** Whose contacts, by which filters; `assignee` 'nobody' finds those without one. */
export interface ContactFilter {
  orgId: string;
  uid: string;
  sees: Sees;
  stage: Stage | null;
  tag: string | null;
  assignee: string | null;
}

/** One page of a list: after and up to document snapshots, at most so many (LIMITS.listPage by the rules). */
export interface PageBounds {
  after: unknown;
  until: unknown;
  limit: number;
}

export const CONTACTS_PAGE = 100;
export const NOBODY = 'nobody';

function assigneeOf({ sees, uid, assignee }: ContactFilter): QueryConstraint[] {
  if (sees === 'assigned') return [where('assigneeUid', '==', uid)];
  if (assignee === null) return [];
  return [where('assigneeUid', '==', assignee === NOBODY ? null : assignee)];
}

/** The contacts that pass the filters, by name. */
export function contactsQuery(db: Firestore, filter: ContactFilter, bounds: PageBounds): Query {
  return query(
    collection(db, `orgs/${filter.orgId}/contacts`),
    ...(filter.stage === null ? [] : [where('stage', '==', filter.stage)]),
    ...(filter.tag === null ? [] : [where('tags', 'array-contains', filter.tag)]),
    ...assigneeOf(filter),
    orderBy('nameKey'),
    ...(bounds.after === null ? [] : [startAfter(bounds.after)]),
    ...(bounds.until === null ? [] : [endAt(bounds.until)]),
    limit(bounds.limit),
  );
}

/** Contacts with a word or number that begins so; stage and tag are sifted from the answer (one array a query). */
export function contactSearchQuery(
  db: Firestore,
  filter: ContactFilter,
  token: string,
  bounds: PageBounds,
): Query {
  return query(
    collection(db, `orgs/${filter.orgId}/contacts`),
    where('search', 'array-contains', token),
    ...assigneeOf(filter),
    orderBy('nameKey'),
    ...(bounds.after === null ? [] : [startAfter(bounds.after)]),
    ...(bounds.until === null ? [] : [endAt(bounds.until)]),
    limit(bounds.limit),
  );
}
