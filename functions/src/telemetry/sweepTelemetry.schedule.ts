import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logInfo } from '../platform/log.js';
import { foldBatch } from './foldBatch.js';

/** A trigger takes seconds, with its retries minutes. */
const LEFT_MS = 15 * 60_000;
/** The schedule runs every hour: what cannot be added up is gone before it is a day old. */
const LOST_MS = 22 * 60 * 60_000;
const PAGE = 200;
const PAGES = 50;
const WIDTH = 8;

/** Adds up the batches whose trigger died; none outlives 24 hours, whether it can be added up or not. */
export const sweepTelemetry = onSchedule({ schedule: 'every 60 minutes', timeoutSeconds: 540 }, async () => {
  const nowMs = Date.now();
  const left = db()
    .collectionGroup('telemetry')
    .where('at', '<', Timestamp.fromMillis(nowMs - LEFT_MS))
    .orderBy('at')
    .limit(PAGE);
  let count = 0;
  let last: QueryDocumentSnapshot | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { docs } = await (last ? left.startAfter(last) : left).get();
    await forEachBounded(docs, WIDTH, (batch) => sweepOne(batch, nowMs));
    count += docs.length;
    last = docs.at(-1);
    if (docs.length < PAGE) break;
  }
  if (count > 0) logInfo('usage batches swept', { count });
});

async function sweepOne(batch: QueryDocumentSnapshot, nowMs: number): Promise<void> {
  try {
    await foldBatch(batch);
  } catch (error) {
    logFailure('a usage batch could not be added up', error, { orgId: batch.ref.parent.parent?.id ?? '' });
    if (batch.createTime.toMillis() < nowMs - LOST_MS) await batch.ref.delete();
  }
}
