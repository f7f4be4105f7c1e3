import type { Contribution } from '@leadpulse/model';
import { planAggregate, usageDaySchema } from '@leadpulse/model';
import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { z } from 'zod';
import { db } from '../platform/firestore.js';
import { daysUpTo } from './daysToDo.js';

const PAGE = 500;
/** A day's batches may come until the day after ends; by now the last of them is added up. */
const CLOSED_DAYS_AGO = 2;

const { counts, browsers } = usageDaySchema.shape;
const contributionSchema = z.object({ counts, browsers });

/**
 * Sums over organizations, by fixed days. A day is written once and never anew: two versions of it could be compared. What
 * keeps an organization from being told is in `planAggregate`.
 */
export const rollUpUsage = onSchedule(
  { schedule: 'every day 03:10', timeZone: 'Etc/UTC', timeoutSeconds: 1800, retryCount: 3 },
  async () => {
    for (const day of daysUpTo(CLOSED_DAYS_AGO, Date.now())) await rollUp(day);
  },
);

async function rollUp(day: string): Promise<void> {
  const aggregate = db().collection('usageAggregates').doc(day);
  if ((await aggregate.get()).exists) return;
  const contributions = await contributionsOf(day);
  await aggregate.create({ day, ...planAggregate(contributions), at: Timestamp.now() });
}

async function contributionsOf(day: string): Promise<Contribution[]> {
  const days = db()
    .collectionGroup('usage')
    .where('day', '==', day)
    .orderBy('__name__')
    .select('counts', 'browsers')
    .limit(PAGE);
  const contributions: Contribution[] = [];
  let last: QueryDocumentSnapshot | undefined;
  do {
    const { docs } = await (last ? days.startAfter(last) : days).get();
    contributions.push(...docs.map((each) => contributionSchema.parse(each.data())));
    last = docs.length === PAGE ? docs.at(-1) : undefined;
  } while (last);
  return contributions;
}
