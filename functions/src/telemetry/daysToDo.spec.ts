import { expect } from 'chai';
import { daysUpTo, hasJustEnded } from './daysToDo.js';

describe('the days that a daily job still has to do', () => {
  const nowMs = Date.UTC(2026, 2, 3, 0, 20);

  it('are the last seven, oldest first', () => {
    const days = daysUpTo(1, nowMs);
    expect(days).to.have.length(7);
    expect([days[0], days.at(-1)]).to.deep.equal(['2026-02-24', '2026-03-02']);
    expect(daysUpTo(2, nowMs).at(-1)).to.equal('2026-03-01');
  });

  it('tell who was active only just after they end', () => {
    expect(hasJustEnded('2026-03-02', nowMs)).to.equal(true);
    expect(hasJustEnded('2026-03-02', Date.UTC(2026, 2, 3, 3, 0, 1))).to.equal(false);
    expect(hasJustEnded('2026-03-01', nowMs)).to.equal(false);
  });
});
