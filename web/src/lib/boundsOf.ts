import { endAt, limit, startAfter, type QueryConstraint } from 'firebase/firestore';
import type { Bounds } from './livePages.js';

/** The constraints that cut one page out of an ordered query. */
export function boundsOf({ after, until, limit: most }: Bounds): QueryConstraint[] {
  return [
    ...(after === null ? [] : [startAfter(after)]),
    ...(until === null ? [] : [endAt(until)]),
    limit(most),
  ];
}
