import type { TelemetryBatch } from '@leadpulse/model';
import { dayOf, dayPlus, preferencesSchema, telemetryBatchSchema } from '@leadpulse/model';
import { Timestamp } from 'firebase/firestore';
import { batchIdOf } from '../rules/documents.js';
import type { Asked } from './policy.js';
import { isNow } from './shapes.js';

/** One's own counts of today or yesterday, as the schema takes them, under the id they must have, by who agreed to it. */
export function isCounting({
  uid,
  before,
  after,
  path,
  ids,
}: Asked & { path: string; ids: string[] }): boolean {
  const preferences = preferencesSchema.safeParse(before.get(`users/${uid}`)?.preferences).data;
  if (preferences?.telemetry !== true || preferences.cookies !== 'all') return false;
  const batch = after.get(path)!;
  if (!isNow(batch.at) || !telemetryBatchSchema.safeParse({ ...batch, at: Timestamp.now() }).success)
    return false;
  const today = dayOf(Date.now());
  const { day, slot } = batch as TelemetryBatch;
  return [today, dayPlus(today, -1)].includes(day) && ids[1] === batchIdOf(uid, ids[0]!, { day, slot });
}
