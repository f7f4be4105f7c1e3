import { orgSettingsSchema, RETENTION_PER_RUN, retentionCutoffMs } from '@leadpulse/model';
import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logInfo } from '../platform/log.js';
import { beginContactErasure } from './beginContactErasure.js';
import { oldConversations } from './oldConversations.js';
import { startJob } from './startJob.js';

const ORGS = 200;
const WIDTH = 4;
const SYSTEM = { actor: 'system', origin: null };

/** Erases, of each organization with a timer, the conversations that are older; each is in its audit log. */
export const keepTimers = onSchedule(
  { schedule: 'every 60 minutes', timeoutSeconds: 1800, secrets: ['SUPPRESSION_KEY'] },
  async () => {
    const timed = db()
      .collection('orgs')
      .where('settings.retentionDays', '>', 0)
      .orderBy('settings.retentionDays')
      .select('settings', 'deletion')
      .limit(ORGS);
    let page = await timed.get();
    for (;;) {
      await forEachBounded(page.docs, WIDTH, keepOne);
      const last = page.docs.at(-1);
      if (!last || page.size < ORGS) return;
      page = await timed.startAfter(last).get();
    }
  },
);

/** One organization that fails does not hold up the others. */
async function keepOne(org: QueryDocumentSnapshot): Promise<void> {
  try {
    const { retentionDays } = orgSettingsSchema.parse(org.get('settings'));
    const cutoffMs = retentionCutoffMs(retentionDays, Date.now());
    if (cutoffMs === null || org.get('deletion')) return;
    let count = 0;
    for (const query of oldConversations(org.id, cutoffMs)) {
      const { docs } = await query
        .select()
        .limit(RETENTION_PER_RUN - count)
        .get();
      for (const { id } of docs) await eraseOne(org.id, id);
      count += docs.length;
      if (count >= RETENTION_PER_RUN) break;
    }
    if (count > 0) logInfo('conversations past their time', { orgId: org.id, count });
  } catch (error) {
    logFailure('a timer could not be kept', error, { orgId: org.id }); // the next run tries again
  }
}

/** Not suppressed: the lead did not ask for it, and may be written to again. */
async function eraseOne(orgId: string, contactId: string): Promise<void> {
  const ref = await db().runTransaction((tx) =>
    beginContactErasure(tx, { orgId, contactId, suppress: false, author: SYSTEM }),
  );
  await startJob(ref);
}
