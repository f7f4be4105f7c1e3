import type { RecipientHours } from './callingHours.js';
import type { Hours } from './quietHours.js';
import { isAllowed, quietUntil, wallClock } from './quietHours.js';

interface Asked {
  quietHours: Hours['quietHours'];
  recipient: RecipientHours | null;
  zones: readonly string[]; // where they are, or may be
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function clockText(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** When a text may go out, and for people: what time it is there, whose hours hold it back, when it goes. Null: now. */
export function quietAnswer(asked: Asked, nowMs: number): { atMs: number; text: string } | null {
  const { quietHours, recipient, zones } = asked;
  const days = recipient?.law?.days ?? null;
  const atMs = quietUntil({ quietHours, days, zones }, nowMs);
  if (atMs === null) return null;
  const isClosed = (zone: string) => quietUntil({ quietHours, days, zones: [zone] }, nowMs) !== null;
  const zone = zones.find(isClosed) ?? zones[0] ?? 'UTC'; // of two the one that keeps it back
  return { atMs, text: quietText(recipient, zone, { nowMs, atMs }) };
}

function quietText(
  recipient: RecipientHours | null,
  zone: string,
  { nowMs, atMs }: { nowMs: number; atMs: number },
): string {
  const [now, then] = [wallClock(zone, nowMs), wallClock(zone, atMs)];
  const start = `It is ${clockText(now.minute)} ${recipient?.place ? `in ${recipient.place}` : `where they are (${zone})`}`;
  const goesOut = `${then.day === now.day ? '' : `on ${DAYS[then.day] ?? ''} `}at ${clockText(then.minute)}`;
  const law = recipient?.law;
  if (!law || isAllowed(law.days, now)) {
    return `${start}, outside of your organization’s hours. The text goes out ${goesOut} there.`;
  }
  const hours = law.days[now.day];
  const allows = hours
    ? `allows sales texts from ${clockText(hours[0])} to ${clockText(hours[1])}`
    : `allows no sales texts on ${DAYS[now.day] ?? ''}s`;
  return `${start}. ${law.name} (${law.source}) ${allows}. The text goes out ${goesOut} there.`;
}
