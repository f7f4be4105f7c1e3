import { endAt, limit, startAfter, type QueryNonFilterConstraint } from 'firebase/firestore';
import type { Bounds } from './livePages.js';

/** The constraints that cut one page out of an ordered query. */
export function boundsOf({ after, until, limit: most }: Bounds): QueryNonFilterConstraint[] {
  return [
    ...(after === null ? [] : [startAfter(after)]),
    ...(until === null ? [] : [endAt(until)]),
    limit(most),
  ];
}
