import type { AnswerTally, Feature, FeatureCounts, UsageDay } from '@leadpulse/model';
import { dayOf, dayPlus, dayStart, withUses } from '@leadpulse/model';

export const SHOWN_DAYS = 28;
const HOUR_MS = 60 * 60_000;

/** The days that are shown, oldest first, today the last. */
export function shownDays(nowMs: number): string[] {
  const today = dayOf(nowMs);
  return Array.from({ length: SHOWN_DAYS }, (_, at) => dayPlus(today, at + 1 - SHOWN_DAYS));
}

/** `Nov 25`; the days are UTC's. */
function shortDay(day: string): string {
  const format = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.format(dayStart(day));
}

export type ByDay = ReadonlyMap<string, UsageDay>;

export function messagesByDay(days: readonly string[], usage: ByDay) {
  return days.map((day) => {
    const { textsIn = 0, textsOut = 0, emailsIn = 0, emailsOut = 0 } = usage.get(day)?.messages ?? {};
    return { day, label: shortDay(day), received: textsIn + emailsIn, sent: textsOut + emailsOut };
  });
}

export function membersByDay(days: readonly string[], usage: ByDay) {
  return days.map((day) => ({ day, label: shortDay(day), members: usage.get(day)?.activeMembers ?? null }));
}

const ANSWERS: readonly { kind: keyof AnswerTally; label: string }[] = [
  { kind: 'within5m', label: 'Up to 5 minutes' },
  { kind: 'within1h', label: 'Up to 1 hour' },
  { kind: 'within4h', label: 'Up to 4 hours' },
  { kind: 'within24h', label: 'Up to 24 hours' },
  { kind: 'later', label: 'Longer' },
];

/** The answers given, by how long the lead had waited; and the wait that half of them stayed within, in words. */
export function answerTimes(days: readonly string[], usage: ByDay) {
  const rows = ANSWERS.map(({ kind, label }) => ({
    label,
    answers: days.reduce((sum, day) => sum + (usage.get(day)?.answers?.[kind] ?? 0), 0),
  }));
  const total = rows.reduce((sum, { answers }) => sum + answers, 0);
  let soFar = 0;
  const half = rows.find(({ answers }) => (soFar += answers) * 2 >= total);
  return { rows, total, half: total === 0 ? null : (half?.label ?? null) };
}

/** How many messages leads wrote in each hour of the organization's day. */
export function busiestHours(days: readonly string[], usage: ByDay, timeZone: string) {
  const hourOf = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone });
  const hours = Array.from({ length: 24 }, () => 0);
  for (const day of days) {
    usage.get(day)?.messages?.hoursIn.forEach((count, hour) => {
      const local = Number(hourOf.format(dayStart(day) + hour * HOUR_MS));
      hours[local] = (hours[local] ?? 0) + count;
    });
  }
  return hours.map((received, hour) => ({ label: hourLabel(hour), received }));
}

/** `9 AM` @internal */
export function hourLabel(hour: number): string {
  return `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'AM' : 'PM'}`;
}

export function usesOver(days: readonly string[], usage: ByDay): FeatureCounts {
  return days.reduce<FeatureCounts>((sum, day) => withUses(sum, usage.get(day)?.counts ?? {}, Infinity), {});
}

export function usesByDay(days: readonly string[], usage: ByDay, features: readonly Feature[]) {
  return days.map((day) => {
    const counts = usage.get(day)?.counts ?? {};
    const uses: FeatureCounts = {};
    for (const feature of features) uses[feature] = counts[feature] ?? 0;
    return { day, label: shortDay(day), uses };
  });
}

/** Epoch ms at which the newest tally was made; null: none was. */
export function talliedAt(usage: ByDay): number | null {
  const times = [...usage.values()].flatMap((day) => day.talliedAt?.toMillis() ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
