import { expect } from 'chai';
import { clockTime, dayKey, dayLabel, shortWhen, waitingFor } from './time.js';

const ZONE = 'America/New_York';
const at = (iso: string): number => Date.parse(iso);
const now = at('2026-11-23T15:00:00-05:00'); // a Monday

describe('times for people', () => {
  it('belong to the day of the zone', () => {
    expect(dayKey(at('2026-11-23T04:30:00Z'), ZONE)).to.equal('2026-11-22');
    expect(dayKey(at('2026-11-23T04:30:00Z'), 'UTC')).to.equal('2026-11-23');
  });

  it('are a clock time today, a weekday this week, else a date', () => {
    expect(shortWhen(at('2026-11-23T09:05:00-05:00'), now, ZONE)).to.equal(
      clockTime(at('2026-11-23T09:05:00-05:00'), ZONE),
    );
    expect(shortWhen(at('2026-11-22T23:59:00-05:00'), now, ZONE)).to.equal('Yesterday');
    expect(shortWhen(at('2026-11-18T12:00:00-05:00'), now, ZONE)).to.equal('Wed');
    expect(shortWhen(at('2026-11-10T12:00:00-05:00'), now, ZONE)).to.equal('Nov 10');
    expect(shortWhen(at('2025-06-01T12:00:00-04:00'), now, ZONE)).to.match(/2025/);
  });

  it('mark a day by its name', () => {
    expect(dayLabel(now, now, ZONE)).to.equal('Today');
    expect(dayLabel(at('2026-11-24T01:00:00-05:00'), now, ZONE)).to.equal('Tomorrow');
    expect(dayLabel(at('2026-11-02T12:00:00-05:00'), now, ZONE)).to.equal('Monday, November 2');
  });

  it('count a day of 23 hours as one day', () => {
    expect(shortWhen(at('2026-03-07T23:30:00-05:00'), at('2026-03-08T23:00:00-04:00'), ZONE)).to.equal(
      'Yesterday',
    );
  });

  it('say how long somebody waits', () => {
    expect(waitingFor(now - 59 * 60_000, now)).to.equal('59 min');
    expect(waitingFor(now - 60 * 60_000, now)).to.equal('1 h');
    expect(waitingFor(now - 49 * 3_600_000, now)).to.equal('2 d');
    expect(waitingFor(now + 5_000, now)).to.equal('0 min');
  });
});
