import type { Swept } from '@leadpulse/model';
import { SWEPT } from '@leadpulse/model';
import type { Query } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { db } from '../platform/firestore.js';
import { logInfo } from '../platform/log.js';

const DAY_MS = 24 * 60 * 60_000;
const PAGE = 400;
const PAGES = 100;

/** Deletes what the product's own retention list says is over. */
export const sweepRetention = onSchedule({ schedule: 'every 24 hours', timeoutSeconds: 1800 }, async () => {
  let count = 0;
  for (const swept of SWEPT) count += await sweepOne(swept);
  if (count > 0) logInfo('kept no longer', { count });
});

async function sweepOne({ collection, isGroup, field, days }: Swept): Promise<number> {
  const all: Query = isGroup ? db().collectionGroup(collection) : db().collection(collection);
  const cutoff = Timestamp.fromMillis(Date.now() - days * DAY_MS);
  const over = all.where(field, '<', cutoff).orderBy(field).select().limit(PAGE);
  let count = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const { docs } = await over.get();
    const batch = db().batch();
    for (const { ref } of docs) batch.delete(ref);
    await batch.commit();
    count += docs.length;
    if (docs.length < PAGE) break;
  }
  return count;
}
