import { LIMITS } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { z } from 'zod';
import { db } from '../platform/firestore.js';

/** So many batches are added up before the day is looked at again: a read for each would be a sixth of what a batch costs. */
const LOOK_EVERY = 50;
const MOST_DAYS = 500; // remembered by one process

interface Seen {
  batches: number; // of the day, as read last and counted on here
  untilLook: number;
}

const days = new Map<string, Seen>();
const batchesSchema = z.int().min(0).catch(0);

/**
 * Whether one more batch of this day is added up: nobody makes an organization's numbers what they like by writing day and
 * night. Processes count apart between their looks, so a few more than the limit may slip in.
 */
export async function takeBatch(usage: DocumentReference): Promise<boolean> {
  const seen = days.get(usage.path) ?? { batches: 0, untilLook: 0 };
  if (seen.untilLook === 0) {
    const [snapshot] = await db().getAll(usage, { fieldMask: ['batches'] });
    seen.batches = batchesSchema.parse(snapshot?.get('batches'));
    seen.untilLook = LOOK_EVERY;
  }
  seen.untilLook -= 1;
  if (seen.batches >= LIMITS.batchesPerDay) return false;
  seen.batches += 1;
  remember(usage.path, seen);
  return true;
}

function remember(path: string, seen: Seen): void {
  days.set(path, seen);
  const [oldest] = days.keys();
  if (days.size > MOST_DAYS && oldest !== undefined) days.delete(oldest);
}
