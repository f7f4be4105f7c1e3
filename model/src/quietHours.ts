import type { Days } from './callingHours.js';
import type { OrgSettings } from './org.js';

type QuietHours = OrgSettings['quietHours'];

const MINUTE_MS = 60_000;
const STEP = 15; // minutes: every clock in the world jumps on a quarter of an hour
const LONGEST = 8 * 1440; // minutes; the rules of a week come round in it
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
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

/** The weekday (0: Sunday) and the minutes after midnight, by the wall clock of the zone. */
export function wallClock(timeZone: string, atMs: number): { day: number; minute: number } {
  const text = clockOf(timeZone).format(atMs); // "Sun, 08:05"
  const colon = text.lastIndexOf(':');
  const minute = Number(text.slice(colon - 2, colon)) * 60 + Number(text.slice(colon + 1));
  return { day: WEEKDAYS.indexOf(text.slice(0, 3)), minute };
}

/** A window may wrap over midnight; one whose ends are equal is the whole day. */
function isWithin({ startMinute, endMinute }: QuietHours, minute: number): boolean {
  if (startMinute === endMinute) return true;
  if (startMinute < endMinute) return minute >= startMinute && minute < endMinute;
  return minute >= startMinute || minute < endMinute;
}

/** Whether a law lets texts out at this moment of a week. */
export function isAllowed(days: Days, { day, minute }: { day: number; minute: number }): boolean {
  const hours = days[day];
  return hours !== null && hours !== undefined && minute >= hours[0] && minute < hours[1];
}

export interface Hours {
  quietHours: QuietHours; // the organization's own
  days: Days | null; // the law's, which no setting lifts
  zones: readonly string[]; // where they are, or may be: all must be open
}

/**
 * The next instant at which texts may go out, or null if they may now. Days on which the clock jumps are counted by the
 * wall: a start that falls into the missing hour opens right after it. Where the organization's own hours leave nothing of
 * the law's, the law's hold alone.
 */
export function quietUntil(hours: Hours, nowMs: number): number | null {
  const { quietHours, days, zones } = hours;
  const isOwnOpen = (minute: number) => !quietHours.enabled || isWithin(quietHours, minute);
  const isOpen = (minuteIndex: number) =>
    zones.every((zone) => {
      const clock = wallClock(zone, minuteIndex * MINUTE_MS);
      return isOwnOpen(clock.minute) && (days === null || isAllowed(days, clock));
    });
  const now = Math.floor(nowMs / MINUTE_MS);
  if (isOpen(now)) return null;
  const open = firstOpen(isOpen, now, STEP) ?? firstOpen(isOpen, now, 1);
  if (open !== null) return open * MINUTE_MS;
  return quietHours.enabled
    ? quietUntil({ ...hours, quietHours: { ...quietHours, enabled: false } }, nowMs)
    : null;
}

/** The first open minute after one that is closed, looked for in steps. */
function firstOpen(isOpen: (minuteIndex: number) => boolean, closed: number, step: number): number | null {
  const end = closed + LONGEST;
  let at = closed + step - (closed % step);
  while (!isOpen(at)) {
    at += step;
    if (at > end) return null;
  }
  while (at - 1 > closed && isOpen(at - 1)) at -= 1;
  return at;
}
