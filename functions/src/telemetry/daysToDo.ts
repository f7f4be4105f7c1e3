import { dayOf, dayPlus } from '@leadpulse/model';

/** How far back a daily job looks for days that an earlier run did not get to. */
const BACK_DAYS = 7;

/** The days up to `newestDaysAgo` that may still have to be done, oldest first. */
export function daysUpTo(newestDaysAgo: number, nowMs: number): string[] {
  const today = dayOf(nowMs);
  return Array.from({ length: BACK_DAYS }, (_, at) => dayPlus(today, -newestDaysAgo - (BACK_DAYS - 1 - at)));
}
