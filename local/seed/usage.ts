import type { DayTally, Feature, FeatureCounts, TalliedMessage, UsageDay } from '@leadpulse/model';
import {
  addTallies,
  dayOf,
  dayPlus,
  dayStart,
  EMPTY_TALLY,
  isTallied,
  tallyThread,
  USAGE_KEPT_DAYS,
} from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { PlannedOrg } from './organizations.js';
import type { PlannedContact } from './plan.js';
import type { Random } from './random.js';
import { randomFrom } from './random.js';

const DAYS = 35;

/** How often a busy day's people use what; the rest follows from the conversations themselves. */
const HABITS: [feature: Feature, from: number, to: number][] = [
  ['inbox.open', 6, 16],
  ['conversation.open', 30, 70],
  ['message.sendText', 8, 24],
  ['message.sendEmail', 2, 9],
  ['message.undo', 0, 2],
  ['message.schedule', 0, 3],
  ['note.add', 1, 6],
  ['conversation.assign', 1, 8],
  ['conversation.snooze', 2, 9],
  ['conversation.close', 4, 15],
  ['contacts.open', 2, 7],
  ['contact.search', 3, 12],
  ['contact.create', 0, 4],
  ['contact.edit', 0, 5],
  ['palette.open', 2, 14],
  ['keys.help', 0, 1],
  ['team.open', 0, 2],
  ['settings.open', 0, 1],
  ['audit.open', 0, 1],
];

/** An organization's last weeks: messages and answers as they are in its conversations, features as people may use them. */
export function usageOf(planned: PlannedOrg, now: Date): UsageDay[] {
  const random = randomFrom(20);
  const threads = planned.contacts.map(threadOf);
  return Array.from({ length: DAYS }, (_, ago) => {
    const day = dayPlus(dayOf(now.getTime()), -ago);
    const isWeekend = [0, 6].includes(new Date(dayStart(day)).getUTCDay());
    const counts = countsOf(random, isWeekend ? 0.3 : 1);
    const browsers = { chrome: random.int(3, 6), safari: random.int(1, 3), firefox: 1 };
    const expireAt = Timestamp.fromMillis(dayStart(dayPlus(day, USAGE_KEPT_DAYS)));
    const told = { day, expireAt, counts, browsers, batches: browsers.chrome + browsers.safari + 1 };
    if (ago === 0) return told;
    const activeMembers = isWeekend
      ? random.int(1, 2)
      : Math.max(1, planned.people.length - random.int(0, 1));
    return { ...told, ...tallyOf(threads, day), activeMembers, talliedAt: Timestamp.fromDate(now) };
  });
}

function threadOf({ messages }: PlannedContact): TalliedMessage[] {
  return [...messages.values()]
    .filter(isTallied)
    .map(({ direction, channel, at }) => ({ direction, channel, atMs: at.toMillis() }))
    .sort((a, b) => a.atMs - b.atMs);
}

function tallyOf(threads: readonly TalliedMessage[][], day: string): DayTally {
  const [from, until] = [dayStart(day), dayStart(dayPlus(day, 1))];
  return threads
    .map((thread) => {
      const ofDay = thread.filter(({ atMs }) => atMs >= from && atMs < until);
      const earlier = thread.filter(({ atMs }) => atMs < from).reverse();
      return tallyThread(ofDay, earlier);
    })
    .reduce(addTallies, EMPTY_TALLY);
}

function countsOf(random: Random, pace: number): FeatureCounts {
  const counts: FeatureCounts = {};
  for (const [feature, from, to] of HABITS) {
    const uses = Math.round(random.int(from, to) * pace);
    if (uses > 0) counts[feature] = uses;
  }
  return counts;
}
