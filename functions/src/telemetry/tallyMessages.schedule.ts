import { dayStart } from '@leadpulse/model';
import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { FieldPath, Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logWarning } from '../platform/log.js';
import { membersOf } from '../platform/refs.js';
import { daysUpTo, hasJustEnded } from './daysToDo.js';
import { tallyDay } from './tallyDay.js';
import { dayFields, usageDayRef } from './usageDays.js';

const PAGE = 200;
const WIDTH = 4;
const BUDGET_MS = 25 * 60_000;

/**
 * Counts each organization's messages, answers and active members of the day that ended, from what is there: no counter
 * is written with a message. A day that a run did not get through is counted anew by the next; it comes to the same.
 */
export const tallyMessages = onSchedule(
  { schedule: 'every day 00:20', timeZone: 'Etc/UTC', timeoutSeconds: 1800, retryCount: 3 },
  async () => {
    const endMs = Date.now() + BUDGET_MS;
    for (const day of daysUpTo(1, Date.now())) {
      const run = db().collection('usageRuns').doc(day);
      if ((await run.get()).exists) continue;
      if (!(await tallyAll(day, endMs))) {
        logWarning('not every organization was tallied in time');
        return;
      }
      await run.set({ ...dayFields(day), talliedAt: Timestamp.now() });
    }
  },
);

async function tallyAll(day: string, endMs: number): Promise<boolean> {
  const orgs = db().collection('orgs').orderBy(FieldPath.documentId()).select().limit(PAGE);
  let page: Query | null = orgs;
  while (page && Date.now() < endMs) {
    const { docs } = await page.get();
    await forEachBounded(docs, WIDTH, ({ id }) => tallyOne(id, day));
    const last: QueryDocumentSnapshot | undefined = docs.at(-1);
    page = last && docs.length === PAGE ? orgs.startAfter(last) : null;
  }
  return page === null;
}

/** One organization that cannot be counted does not hold up the others. */
async function tallyOne(orgId: string, day: string): Promise<void> {
  try {
    const [found, active] = await Promise.all([tallyDay(orgId, day), activeOn(orgId, day)]);
    if (!found && !active?.activeMembers) return; // nothing happened, and nothing is written
    const fields = { ...dayFields(day), ...found, ...active, talliedAt: Timestamp.now() };
    await usageDayRef(orgId, day).set(fields, { merge: true });
  } catch (error) {
    logFailure('an organization could not be tallied', error, { orgId });
  }
}

/** How many members were here that day; nothing once too much of the next day has gone by. */
async function activeOn(orgId: string, day: string): Promise<{ activeMembers: number } | null> {
  if (!hasJustEnded(day, Date.now())) return null;
  const since = Timestamp.fromMillis(dayStart(day));
  const active = await membersOf(orgId).where('lastActiveAt', '>=', since).count().get();
  return { activeMembers: active.data().count };
}
