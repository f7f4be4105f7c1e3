import type { UsageDay } from '@leadpulse/model';
import { collection, documentId, limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { db } from '../../lib/firebase/firestore.js';
import type { Live } from '../../lib/live.js';
import { useLiveQuery } from '../../lib/live.js';
import type { ByDay } from './usageNumbers.js';
import { SHOWN_DAYS } from './usageNumbers.js';

/** The organization's days since `from`, live. */
export function useUsage(orgId: string, from: string): Live<ByDay> {
  const live = useLiveQuery<UsageDay>(`usage:${orgId}:${from}`, () =>
    query(
      collection(db, `orgs/${orgId}/usage`),
      where(documentId(), '>=', from),
      orderBy(documentId()),
      limit(SHOWN_DAYS + 2), // a day more than shown here may have begun elsewhere
    ),
  );
  return useMemo(
    () =>
      live.status === 'ready'
        ? { ...live, data: new Map(live.data.map(({ id, data }) => [id, data])) }
        : live,
    [live],
  );
}
