import { clockTime, dayKey } from '../../lib/time.js';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment ahead: `9:00 AM`, `tomorrow, 9:00 AM`, `Tue, Dec 1, 9:00 AM`. */
export function aheadText(at: number, now: number, timeZone?: string): string {
  const clock = clockTime(at, timeZone);
  const key = dayKey(at, timeZone);
  if (key === dayKey(now, timeZone)) return clock;
  if (key === dayKey(now + DAY_MS, timeZone)) return `tomorrow, ${clock}`;
  const date = dateFormat({ weekday: 'short', month: 'short', day: 'numeric' }, timeZone).format(at);
  return `${date}, ${clock}`;
}

/** Beside a choice that names the day itself: `9:00 AM` today, else `Tue 9:00 AM`. */
export function choiceText(at: number, now: number, timeZone?: string): string {
  const clock = clockTime(at, timeZone);
  if (dayKey(at, timeZone) === dayKey(now, timeZone)) return clock;
  return `${dateFormat({ weekday: 'short' }, timeZone).format(at)} ${clock}`;
}

function dateFormat(options: Intl.DateTimeFormatOptions, timeZone?: string): Intl.DateTimeFormat {
  const key = JSON.stringify([options, timeZone]);
  const known = formats.get(key);
  if (known) return known;
  const zone = timeZone === undefined ? {} : { timeZone };
  const made = new Intl.DateTimeFormat('en', { ...options, ...zone });
  formats.set(key, made);
  return made;
}
