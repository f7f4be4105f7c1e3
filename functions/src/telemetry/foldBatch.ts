import { telemetryBatchSchema } from '@leadpulse/model';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { FieldValue } from 'firebase-admin/firestore';
import { faultPoint } from '../platform/faultPoint.js';
import { db, hasChanged } from '../platform/firestore.js';
import { logWarning } from '../platform/log.js';
import { takeBatch } from './batchCap.js';
import { dayFields, usageDayRef } from './usageDays.js';

/**
 * Adds a batch to its day and takes it away, in one commit on the condition that it still is what was seen: however often
 * it is delivered, and whoever is faster, it counts once. No read: the condition is the proof.
 */
export async function foldBatch(snapshot: DocumentSnapshot): Promise<void> {
  const { ref, updateTime } = snapshot;
  const orgId = ref.parent.parent?.id;
  if (orgId === undefined || updateTime === undefined) throw new Error('not a batch that was read');
  const batch = telemetryBatchSchema.safeParse(snapshot.data());
  const commit = db().batch();
  commit.delete(ref, { lastUpdateTime: updateTime });
  if (batch.success) {
    const { day, browser, counts } = batch.data;
    const usage = usageDayRef(orgId, day);
    if (await takeBatch(usage)) {
      const sums = {
        counts: added(counts),
        browsers: added({ [browser]: 1 }),
        batches: FieldValue.increment(1),
      };
      commit.set(usage, { ...dayFields(day), ...sums }, { merge: true });
    }
  } else logWarning('a batch that the rules let in was not read', { orgId });
  await faultPoint('usage-before-commit', ref.id);
  try {
    await commit.commit();
  } catch (error) {
    if (!hasChanged(error)) throw error; // added up by another delivery
  }
}

function added(counts: Record<string, number | undefined>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(counts).map(([key, count = 0]) => [key, FieldValue.increment(count)]),
  );
}
