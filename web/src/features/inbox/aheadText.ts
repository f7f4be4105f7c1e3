import { clockTime, dayKey } from '../../lib/time.js';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment ahead: `9:00 AM`, `tomorrow, 9:00 AM`, `Tue, Dec 1, 9:00 AM`. */
export function aheadText(at: number, now: number, timeZone?: string): string {
  const clock = clockTime(at, timeZone);
  const key = dayKey(at, timeZone);
  if (key === dayKey(now, timeZone)) return clock;
  if (key === dayKey(now + DAY_MS, timeZone)) return `tomorrow, ${clock}`;
  return `${dateFormat(timeZone).format(at)}, ${clock}`;
}

function dateFormat(timeZone = ''): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const zone = timeZone === '' ? {} : { timeZone };
  const made = new Intl.DateTimeFormat('en', { weekday: 'short', month: 'short', day: 'numeric', ...zone });
  formats.set(timeZone, made);
  return made;
}
