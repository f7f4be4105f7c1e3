import type { UserConsent } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import { collection, limit, orderBy, query } from 'firebase/firestore';
import { useMemo } from 'react';
import { db } from '../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../lib/live.js';

const NONE: readonly UserConsent[] = [];

/** The newest entries of the person's own ledger, live; none until they are read, since they only add dates. */
export function useConsents(uid: string): readonly UserConsent[] {
  const path = `users/${uid}/consents`;
  const live = useLiveQuery<UserConsent>(`${path} newest`, () =>
    query(collection(db, path), orderBy('at', 'desc'), limit(LIMITS.listPage)),
  );
  return useMemo(() => (live.status === 'ready' ? live.data.map(({ data }) => data) : NONE), [live]);
}
