import { expect } from 'chai';
import type { LawHours } from './callingHours.js';
import { hoursOfPhone } from './callingHours.js';
import { quietUntil } from './quietHours.js';

const QUARTER = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
const OWN = { enabled: true, startMinute: 7 * 60, endMinute: 22 * 60 };

/** A second clock, that shares nothing with the one that is tested but the runtime's zones. */
const formats = new Map<string, Intl.DateTimeFormat>();
function onTheWall(timeZone: string, at: number): { weekday: number; minute: number } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  const [date = '', time = ''] = format.format(at).split(' ');
  const [hour, minute] = time.split(':').map(Number);
  return { weekday: new Date(`${date}T00:00Z`).getUTCDay(), minute: hour! * 60 + minute! };
}

function isDay(zones: readonly string[], law: LawHours | null, at: number): boolean {
  return zones.every((zone) => {
    const { weekday, minute } = onTheWall(zone, at);
    const [opens, closes] = law === null ? [0, 1440] : (law.days[weekday] ?? [0, 0]);
    return minute >= Math.max(opens, OWN.startMinute) && minute < Math.min(closes, OWN.endMinute);
  });
}

describe('calling hours by another clock', () => {
  const codes = Array.from({ length: 800 }, (_, at) => `+1${at + 200}5550132`).filter(
    (phone) => hoursOfPhone(phone).zones.length > 0,
  );
  const borders = ['2026-03-08', '2026-11-01', '2026-12-31', '2027-03-14', '2028-02-29'].map((day) =>
    Date.parse(`${day}T00:00Z`),
  );

  for (const border of borders) {
    it(`open for every area code at the same quarter around ${new Date(border).toISOString().slice(0, 10)}`, () => {
      codes.forEach((phone, at) => {
        const now = border + (((at * 37) % 384) - 192) * QUARTER; // two days before and after
        const { zones, law } = hoursOfPhone(phone);
        let open = now;
        while (!isDay(zones, law, open) && open < now + 8 * DAY) open += QUARTER;
        const told = quietUntil({ quietHours: OWN, days: law?.days ?? null, zones }, now);
        expect(told ?? now, `${phone} ${new Date(now).toISOString()}`).to.equal(open);
      });
    });
  }
});
