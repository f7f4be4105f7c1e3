import { expect } from 'chai';
import { prorate } from './proration.js';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const month = (start: string, end: string): { start: number; end: number } => ({
  start: at(start),
  end: at(end),
});
const STARTER = 9_700;
const GROWTH = 19_700;
const SCALE = 39_700;

describe('a change of price within a period', () => {
  it('gives back and charges half at half of the period', () => {
    const period = month('2026-04-01T00:00:00', '2026-05-01T00:00:00');
    expect(
      prorate({ oldCents: STARTER, newCents: GROWTH, period, at: at('2026-04-16T00:00:00') }),
    ).to.deep.equal({
      creditCents: -4_850,
      chargeCents: 9_850,
    });
  });

  it('counts the days that a month has', () => {
    const change = { oldCents: GROWTH, newCents: SCALE };
    const of = (start: string, end: string, day: string) =>
      prorate({ ...change, period: month(start, end), at: at(day) });
    // the 15th is 14 days in: 14 of 28, 15 of 29, 17 of 31 are left
    expect(of('2026-02-01T00:00:00', '2026-03-01T00:00:00', '2026-02-15T00:00:00')).to.deep.equal({
      creditCents: -9_850,
      chargeCents: 19_850,
    });
    expect(of('2028-02-01T00:00:00', '2028-03-01T00:00:00', '2028-02-15T00:00:00')).to.deep.equal({
      creditCents: -10_190, // 10189.655
      chargeCents: 20_534, // 20534.483
    });
    expect(of('2026-03-01T00:00:00', '2026-04-01T00:00:00', '2026-03-15T00:00:00')).to.deep.equal({
      creditCents: -10_803, // 10803.226
      chargeCents: 21_771, // 21770.968
    });
  });

  it('counts seconds, not days', () => {
    const period = month('2026-04-01T00:00:00', '2026-05-01T00:00:00');
    const charge = (moment: string): number =>
      prorate({ oldCents: 0, newCents: SCALE, period, at: at(moment) }).chargeCents;
    expect(charge('2026-04-16T00:00:00')).to.equal(19_850);
    expect(charge('2026-04-16T00:00:32')).to.equal(19_850); // 19849.510
    expect(charge('2026-04-16T00:00:33')).to.equal(19_849); // 19849.495
  });

  it('rounds each line by itself', () => {
    // a third of 100 is 33.33, of 200 it is 66.67: rounded together it would be 33.33
    const period = { start: 0, end: 3 };
    expect(prorate({ oldCents: 100, newCents: 200, period, at: 2 })).to.deep.equal({
      creditCents: -33,
      chargeCents: 67,
    });
  });

  it('rounds half a cent up, on both lines', () => {
    const period = { start: 0, end: 2 };
    expect(prorate({ oldCents: 1, newCents: 3, period, at: 1 })).to.deep.equal({
      creditCents: -1,
      chargeCents: 2,
    });
  });

  it('gives everything back in the first second and nothing in the last', () => {
    const period = month('2026-04-01T00:00:00', '2026-05-01T00:00:00');
    const change = { oldCents: GROWTH, newCents: STARTER, period };
    expect(prorate({ ...change, at: period.start })).to.deep.equal({
      creditCents: -GROWTH,
      chargeCents: STARTER,
    });
    expect(prorate({ ...change, at: period.end })).to.deep.equal({ creditCents: 0, chargeCents: 0 });
  });

  it('never gives back more than was paid, whatever moment is named', () => {
    const period = month('2026-04-01T00:00:00', '2026-05-01T00:00:00');
    const { creditCents } = prorate({ oldCents: GROWTH, newCents: 0, period, at: period.start - 1_000_000 });
    expect(creditCents).to.equal(-GROWTH);
  });
});
