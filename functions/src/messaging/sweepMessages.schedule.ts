import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logInfo } from '../platform/log.js';
import { attempt, drive, isDue } from './attempt.js';
import { resolveExpired } from './evidence.js';
import type { SeenMessage } from './outMessage.js';
import { seenMessage } from './outMessage.js';

/** How long past its time a message may wait for its own trigger or task; the undo window is at most 60 s. */
const REQUESTED_GRACE_MS = 75_000;
const SCHEDULED_GRACE_MS = 30_000;
const PAGE = 200;
const WIDTH = 16;
const BUDGET_MS = 90_000;

/** Drives on what a dead trigger, task or sender has left: nothing waits for somebody to touch a document. */
export const sweepMessages = onSchedule(
  {
    schedule: 'every 1 minutes',
    timeoutSeconds: 120,
    secrets: ['SANDBOX_SECRET', 'SEALING_KEY', 'SUPPRESSION_KEY', 'GOOGLE_CLIENT_SECRET'],
  },
  async () => {
    const nowMs = Date.now();
    const counts = await Promise.all([
      sweep('requested', 'requestedAt', nowMs - REQUESTED_GRACE_MS, drive),
      sweep('scheduled', 'sendAt', nowMs - SCHEDULED_GRACE_MS, async (seen) => {
        if (await isDue(seen)) await attempt(seen);
      }),
      sweep('sending', 'leaseUntil', nowMs, resolveExpired),
    ]);
    const count = counts.reduce((sum, swept) => sum + swept, 0);
    if (count > 0) logInfo('messages swept', { count });
  },
);

async function sweep(
  state: 'requested' | 'scheduled' | 'sending',
  field: 'requestedAt' | 'sendAt' | 'leaseUntil',
  beforeMs: number,
  act: (seen: SeenMessage) => Promise<void>,
): Promise<number> {
  const overdue = db()
    .collectionGroup('messages')
    .where('state', '==', state)
    .where(field, '<', Timestamp.fromMillis(beforeMs))
    .orderBy(field)
    .limit(PAGE);
  const endMs = Date.now() + BUDGET_MS;
  let count = 0;
  let page: Query | null = overdue;
  while (page && Date.now() < endMs) {
    const { docs } = await page.get();
    await forEachBounded(docs, WIDTH, (snapshot) => sweepOne(snapshot, act));
    count += docs.length;
    const last: QueryDocumentSnapshot | undefined = docs.at(-1);
    page = last && docs.length === PAGE ? overdue.startAfter(last) : null;
  }
  return count;
}

/** One message that cannot be driven on does not hold up the others. */
async function sweepOne(
  snapshot: QueryDocumentSnapshot,
  act: (seen: SeenMessage) => Promise<void>,
): Promise<void> {
  try {
    const seen = seenMessage(snapshot);
    if (seen) await act(seen);
  } catch (error) {
    logFailure('a message could not be swept', error, { messageId: snapshot.id });
  }
}
