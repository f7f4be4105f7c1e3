import { previewRetentionContract, retentionCutoffMs } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { requireSeat } from '../platform/seats.js';
import { oldConversations } from './oldConversations.js';

/** How many conversations a timer would erase, counted and not touched. */
export const previewRetention = callable(previewRetentionContract, async ({ orgId, days }, { uid }) => {
  await db().runTransaction((tx) => requireSeat(tx, orgId, uid, 'org.write'), { readOnly: true });
  const cutoffMs = retentionCutoffMs(days, Date.now()) ?? 0;
  const counts = await Promise.all(
    oldConversations(orgId, cutoffMs).map(async (query) => (await query.count().get()).data().count),
  );
  return { conversations: counts.reduce((sum, count) => sum + count, 0) };
});
