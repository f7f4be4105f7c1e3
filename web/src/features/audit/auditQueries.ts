import type { AuditAction } from '@leadpulse/model';
import { and, collection, or, orderBy, query, Timestamp, where } from 'firebase/firestore';
import type { Firestore, Query, QueryFilterConstraint } from 'firebase/firestore';
import { boundsOf } from '../../lib/boundsOf.js';
import type { Bounds } from '../../lib/livePages.js';

/** Which entries: by action, by who did it or had it done to them, from one day up to another (`2026-11-24`). */
export interface AuditFilter {
  action: AuditAction | null;
  person: string | null;
  from: string | null;
  to: string | null;
}

export const AUDIT_PAGE = 50;

/** The entries that pass the filters, the newest first. */
export function auditQuery(db: Firestore, orgId: string, filter: AuditFilter, bounds: Bounds): Query {
  const filters = filtersOf(filter);
  return query(
    collection(db, `orgs/${orgId}/auditLog`),
    and(...filters),
    orderBy('at', 'desc'),
    ...boundsOf(bounds),
  );
}

function filtersOf({ action, person, from, to }: AuditFilter): QueryFilterConstraint[] {
  const start = dayStart(from);
  const end = dayStart(to, 1);
  return [
    ...(action === null ? [] : [where('action', '==', action)]),
    ...(person === null ? [] : [or(where('actor', '==', person), where('target', '==', person))]),
    ...(start === null ? [] : [where('at', '>=', start)]),
    ...(end === null ? [] : [where('at', '<', end)]),
  ];
}

/** Where a day begins, or one so many days later, at this browser's place. */
function dayStart(day: string | null, later = 0): Timestamp | null {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return Timestamp.fromDate(new Date(year, month - 1, date + later));
}
