import type { UsageDay } from '@leadpulse/model';
import { dayOf, dayPlus, FEATURES } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';
import { dice } from '../rulesProof/random.js';
import type { Practice } from './people.js';

const DAYS = 40;

/** Forty days as functions counted them: busy weeks, quiet weekends. */
export async function tellUsage({ orgId }: Pick<Practice, 'orgId'>): Promise<void> {
  const dies = dice(7);
  const batch = adminDb().batch();
  for (let ago = 0; ago < DAYS; ago += 1) {
    const day = dayPlus(dayOf(Date.now()), -ago);
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    batch.set(
      adminDb().doc(`orgs/${orgId}/usage/${day}`),
      usageDay(day, isWeekend ? 4 : 20, ago > 0, dies.roll),
    );
  }
  await batch.commit();
}

function usageDay(day: string, pace: number, isTallied: boolean, roll: (sides: number) => number): UsageDay {
  const some = (share: number): number => Math.round(pace * share) + roll(Math.ceil(pace / 4));
  const counts = Object.fromEntries(FEATURES.map((feature, at) => [feature, 1 + some(3 / (at + 2))]));
  const tally = {
    messages: {
      ...{ textsIn: some(2), textsOut: some(1.6), emailsIn: some(0.8), emailsOut: some(0.6) },
      hoursIn: Array.from({ length: 24 }, (_, hour) => (hour > 12 && hour < 24 ? some(0.2) : roll(2))),
    },
    answers: {
      within5m: some(0.5),
      within1h: some(0.7),
      within4h: some(0.3),
      within24h: some(0.1),
      later: roll(3),
    },
    activeMembers: pace > 10 ? 3 + roll(3) : roll(2),
    talliedAt: Timestamp.now(),
  };
  const told = { day, expireAt: Timestamp.now(), counts, browsers: { chrome: 3, firefox: 1 }, batches: 4 };
  return { ...told, ...(isTallied && tally) };
}
