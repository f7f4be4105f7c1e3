import { expect } from 'chai';
import { isTimeZone, quietUntil, wallClock } from './quietHours.js';

const DAY = { enabled: true, startMinute: 8 * 60, endMinute: 21 * 60 };
const at = (iso: string) => Date.parse(iso);
const until = (zone: string, iso: string, window = DAY) => {
  const opensAt = quietUntil({ quietHours: window, days: null, zones: [zone] }, at(iso));
  return opensAt === null ? 'open' : new Date(opensAt).toISOString();
};

describe('quiet hours', () => {
  it('open at the first minute and close before the last', () => {
    expect(until('America/New_York', '2025-07-01T12:00:00Z')).to.equal('open'); // 8:00
    expect(until('America/New_York', '2025-07-01T11:59:59Z')).to.equal('2025-07-01T12:00:00.000Z');
    expect(until('America/New_York', '2025-07-02T00:59:59Z')).to.equal('open'); // 20:59
    expect(until('America/New_York', '2025-07-02T01:00:00Z')).to.equal('2025-07-02T12:00:00.000Z');
  });

  it('stand open when they are switched off', () => {
    expect(until('America/New_York', '2025-07-02T03:00:00Z', { ...DAY, enabled: false })).to.equal('open');
  });

  it('follow the clock over the spring change', () => {
    expect(until('America/New_York', '2025-03-09T02:30:00Z')).to.equal('2025-03-09T12:00:00.000Z');
    expect(until('America/New_York', '2025-03-08T02:30:00Z')).to.equal('2025-03-08T13:00:00.000Z');
    expect(until('Europe/Berlin', '2025-03-29T23:00:00Z')).to.equal('2025-03-30T06:00:00.000Z');
  });

  it('follow the clock over the autumn change', () => {
    expect(until('America/New_York', '2025-11-02T02:00:00Z')).to.equal('2025-11-02T13:00:00.000Z');
    expect(until('Europe/Berlin', '2025-10-25T22:00:00Z')).to.equal('2025-10-26T07:00:00.000Z');
  });

  it('open right after a missing hour that swallows the start', () => {
    const window = { enabled: true, startMinute: 2 * 60 + 30, endMinute: 21 * 60 };
    expect(until('America/New_York', '2025-03-09T06:00:00Z', window)).to.equal('2025-03-09T07:00:00.000Z');
  });

  it('open at the first of two equal starts', () => {
    const window = { enabled: true, startMinute: 90, endMinute: 21 * 60 };
    expect(until('America/New_York', '2025-11-02T04:10:00Z', window)).to.equal('2025-11-02T05:30:00.000Z');
  });

  it('count half and quarter hours of odd zones', () => {
    expect(until('Asia/Kolkata', '2025-06-01T02:29:00Z')).to.equal('2025-06-01T02:30:00.000Z');
    expect(until('Asia/Kathmandu', '2025-06-01T02:00:00Z')).to.equal('2025-06-01T02:15:00.000Z');
    expect(until('America/St_Johns', '2025-07-01T10:00:00Z')).to.equal('2025-07-01T10:30:00.000Z');
    expect(until('Australia/Lord_Howe', '2025-10-04T12:00:00Z')).to.equal('2025-10-04T21:00:00.000Z');
  });

  it('wrap over midnight when the window does', () => {
    const night = { enabled: true, startMinute: 21 * 60, endMinute: 2 * 60 };
    expect(until('UTC', '2025-06-01T23:00:00Z', night)).to.equal('open');
    expect(until('UTC', '2025-06-01T01:59:00Z', night)).to.equal('open');
    expect(until('UTC', '2025-06-01T02:00:00Z', night)).to.equal('2025-06-01T21:00:00.000Z');
  });

  it('stand open all day when both ends are equal', () => {
    const window = { enabled: true, startMinute: 60, endMinute: 60 };
    expect(until('UTC', '2025-06-01T00:00:00Z', window)).to.equal('open');
  });

  it('end in the first open minute from any hour of a year', () => {
    for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']) {
      for (let hour = 0; hour < 8_760; hour += 5) {
        const now = at('2025-01-01T00:07:31Z') + hour * 3_600_000;
        const opensAt = quietUntil({ quietHours: DAY, days: null, zones: [zone] }, now) ?? now;
        expect(wallClock(zone, opensAt).minute).to.be.within(DAY.startMinute, DAY.endMinute - 1);
        if (opensAt !== now) expect(wallClock(zone, opensAt - 60_000).minute).to.be.below(DAY.startMinute);
        expect(opensAt - now).to.be.below(12 * 3_600_000);
      }
    }
  });

  it('tell a zone from a word that is none', () => {
    expect(isTimeZone('Asia/Kolkata')).to.equal(true);
    expect(isTimeZone('Mars/Olympus')).to.equal(false);
    expect(isTimeZone('')).to.equal(false);
  });
});
