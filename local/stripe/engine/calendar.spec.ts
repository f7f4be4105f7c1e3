import { expect } from 'chai';
import { addMonths, periodEndAfter } from './calendar.js';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const say = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19);

describe('the months of a subscription', () => {
  const cases: [anchor: string, months: number, expected: string][] = [
    ['2026-01-15T08:30:11', 1, '2026-02-15T08:30:11'],
    ['2026-01-31T23:59:59', 1, '2026-02-28T23:59:59'],
    ['2028-01-31T00:00:00', 1, '2028-02-29T00:00:00'],
    ['2026-01-31T12:00:00', 3, '2026-04-30T12:00:00'],
    ['2026-01-31T12:00:00', 2, '2026-03-31T12:00:00'],
    ['2026-11-30T12:00:00', 3, '2027-02-28T12:00:00'],
    ['2028-02-29T12:00:00', 12, '2029-02-28T12:00:00'],
    ['2028-02-29T12:00:00', 48, '2032-02-29T12:00:00'],
  ];
  for (const [anchor, months, expected] of cases) {
    it(`lead ${months} on from ${anchor} to ${expected}`, () => {
      expect(say(addMonths(at(anchor), months))).to.equal(expected);
    });
  }

  it('come back to the 31st after a short month', () => {
    const anchor = at('2026-01-31T10:00:00');
    const ends: string[] = [];
    let start = anchor;
    for (let count = 0; count < 4; count += 1) {
      start = periodEndAfter(anchor, start, 1);
      ends.push(say(start).slice(0, 10));
    }
    expect(ends).to.deep.equal(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  it('count years as twelve months', () => {
    const anchor = at('2028-02-29T10:00:00');
    expect(say(periodEndAfter(anchor, anchor, 12))).to.equal('2029-02-28T10:00:00');
  });
});
