import { DAY } from './calendar.js';

/** Days after the first attempt at which a failed payment is tried again, and after which it is given up. */
const RETRY_DAYS = [1, 3, 5];
const GIVE_UP_DAYS = 7;

/** When a payment that failed at `at` is tried next; null when no attempt is left. */
export function nextAttempt(firstAttempt: number, at: number): number | null {
  return RETRY_DAYS.map((days) => firstAttempt + days * DAY).find((moment) => moment > at) ?? null;
}

export function giveUpAt(firstAttempt: number): number {
  return firstAttempt + GIVE_UP_DAYS * DAY;
}
