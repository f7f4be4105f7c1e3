import type { Moment } from '@leadpulse/model';
import { dayLabel, shortWhen } from '../../../lib/time.js';

const NEAR = new Set(['Today', 'Yesterday']);

/** When a member last had the organization open, by the day: it is noted once an hour at most. */
export function activeWords(at: Moment | null | undefined, now: number): string {
  if (at === null || at === undefined) return 'Not active yet';
  const day = dayLabel(at.toMillis(), now);
  return `Active ${NEAR.has(day) ? day.toLowerCase() : shortWhen(at.toMillis(), now)}`;
}
