import { dayOf, dayPlus, dayStart } from '@leadpulse/model';

/** How far back a daily job looks for days that an earlier run did not get to. */
const BACK_DAYS = 7;
/** A seat says only when its member was here last: soon after the day's end that still tells the day. */
const SOON_MS = 3 * 60 * 60_000;

/** The days up to `newestDaysAgo` that may still have to be done, oldest first. */
export function daysUpTo(newestDaysAgo: number, nowMs: number): string[] {
  const today = dayOf(nowMs);
  return Array.from({ length: BACK_DAYS }, (_, at) => dayPlus(today, -newestDaysAgo - (BACK_DAYS - 1 - at)));
}

/** Whether a day has only just ended. */
export function hasJustEnded(day: string, nowMs: number): boolean {
  return nowMs <= dayStart(dayPlus(day, 1)) + SOON_MS;
}
