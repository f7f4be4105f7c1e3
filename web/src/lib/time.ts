const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and cheap to use: one each. */
function format(options: Intl.DateTimeFormatOptions, timeZone?: string): Intl.DateTimeFormat {
  const key = JSON.stringify([options, timeZone]);
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat('en', { ...options, ...(timeZone === undefined ? {} : { timeZone }) });
    formats.set(key, made);
  }
  return made;
}

/** The calendar day, as `2026-11-23`, that an instant falls on. */
export function dayKey(at: number, timeZone?: string): string {
  const parts = format({ year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function daysBetween(at: number, now: number, timeZone?: string): number {
  return Math.round((Date.parse(dayKey(now, timeZone)) - Date.parse(dayKey(at, timeZone))) / DAY_MS);
}

/** `2:05 PM` */
export function clockTime(at: number, timeZone?: string): string {
  return format({ hour: 'numeric', minute: '2-digit' }, timeZone).format(at);
}

/** For a list: the time today, the weekday this week, else the date. */
export function shortWhen(at: number, now: number, timeZone?: string): string {
  const days = daysBetween(at, now, timeZone);
  if (days === 0) return clockTime(at, timeZone);
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < 7) return format({ weekday: 'short' }, timeZone).format(at);
  if (Math.abs(days) < 300) return format({ day: 'numeric', month: 'short' }, timeZone).format(at);
  return format({ day: 'numeric', month: 'short', year: 'numeric' }, timeZone).format(at);
}

/** For a day mark between messages. */
export function dayLabel(at: number, now: number, timeZone?: string): string {
  const days = daysBetween(at, now, timeZone);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days === -1) return 'Tomorrow';
  const isNear = Math.abs(days) < 300;
  return format(
    { weekday: 'long', day: 'numeric', month: 'long', ...(isNear ? {} : { year: 'numeric' as const }) },
    timeZone,
  ).format(at);
}

/** `December 25, 2026` */
export function longDate(at: number, timeZone?: string): string {
  return format({ dateStyle: 'long' }, timeZone).format(at);
}

/** In full, for titles and screen readers. */
export function fullWhen(at: number, timeZone?: string): string {
  return format({ dateStyle: 'full', timeStyle: 'short' }, timeZone).format(at);
}

/** How long somebody has waited: `4 min`, `3 h`, `2 d`. */
export function waitingFor(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 60 * 24) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (60 * 24))} d`;
}
