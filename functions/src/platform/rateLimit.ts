import type { Rate } from '@leadpulse/model';
import { rateWindowSchema, takeOne } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { db } from './firestore.js';

export interface RateUse {
  key: string; // what is counted, such as `invite:org:<orgId>`; only its hash is kept
  rate: Rate;
}

export function rateLimitRef(key: string): DocumentReference {
  return db().doc(`rateLimits/${createHash('sha256').update(key).digest('hex')}`);
}

/**
 * Takes one of each, in the transaction of the act: reads, so before its first write, and throws `too-many` when one
 * is used up. What it gives back writes all of them.
 */
export async function takeRates(tx: Transaction, uses: readonly RateUse[]): Promise<() => void> {
  const refs = uses.map(({ key }) => rateLimitRef(key));
  const snapshots = await tx.getAll(...refs);
  const nowMs = Date.now();
  const windows = uses.map(({ rate }, index) => {
    const snapshot = snapshots[index];
    const kept = snapshot?.exists ? rateWindowSchema.parse(snapshot.data()) : null;
    return takeOne(kept && { startedAtMs: kept.startedAt.toMillis(), count: kept.count }, rate, nowMs);
  });
  return () => {
    refs.forEach((ref, index) => {
      const window = windows[index];
      if (window) tx.set(ref, { startedAt: Timestamp.fromMillis(window.startedAtMs), count: window.count });
    });
  };
}
