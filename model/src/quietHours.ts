import type { OrgSettings } from './org.js';

type QuietHours = OrgSettings['quietHours'];

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** Whether the runtime knows an IANA zone of this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    clockOf(timeZone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Minutes after local midnight, by the wall clock of the zone. */
export function localMinute(timeZone: string, atMs: number): number {
  const [hour = 0, minute = 0] = clockOf(timeZone)
    .formatToParts(atMs)
    .filter((part) => part.type !== 'literal')
    .map((part) => Number(part.value));
  return hour * 60 + minute;
}

/** A window may wrap over midnight; one whose ends are equal is the whole day. */
function isWithin({ startMinute, endMinute }: QuietHours, minute: number): boolean {
  if (startMinute === endMinute) return true;
  if (startMinute < endMinute) return minute >= startMinute && minute < endMinute;
  return minute >= startMinute || minute < endMinute;
}

/**
 * The next instant at which texts may go out in this zone, or null if they may now. Days on which the clock jumps
 * are counted by the wall: a start that falls into the missing hour opens right after it.
 */
export function quietUntil(quietHours: QuietHours, timeZone: string, nowMs: number): number | null {
  if (!quietHours.enabled) return null;
  const isOpen = (minuteIndex: number) =>
    isWithin(quietHours, localMinute(timeZone, minuteIndex * MINUTE_MS));
  let closed = Math.floor(nowMs / MINUTE_MS);
  if (isOpen(closed)) return null;
  let open = closed;
  do {
    closed = open;
    const wait = quietHours.startMinute - localMinute(timeZone, closed * MINUTE_MS);
    open = closed + (wait > 0 ? wait : wait + DAY_MINUTES);
  } while (!isOpen(open)); // the clock was set back on the way: wait for the rest
  while (open - closed > 1) {
    const middle = Math.floor((closed + open) / 2);
    if (isOpen(middle)) open = middle;
    else closed = middle;
  }
  return open * MINUTE_MS;
}
