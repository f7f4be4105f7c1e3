import { expect } from 'chai';
import { nextTurn, PACES } from './pace.js';

const NOW = 1_800_000_000_000;

/** How long so many messages wait that are asked for at once. */
function waits(count: number, pace = PACES.twilio): number[] {
  let freeAtMs = 0;
  return Array.from({ length: count }, () => {
    const turn = nextTurn(pace, freeAtMs, NOW);
    freeAtMs = turn.freeAtMs;
    return turn.turnMs - NOW;
  });
}

describe('the pace of an account', () => {
  it('lets a few go at once and gives the others turns, evenly and in their order', () => {
    expect(waits(33).slice(29)).to.deep.equal([0, 100, 200, 300]);
  });

  it('never gives out more than its rate and its burst over any time', () => {
    const gone = waits(600).filter((wait) => wait < 30_000);
    expect(gone).to.have.length(30 + 299);
  });

  it('is fresh again after a rest', () => {
    const { freeAtMs } = nextTurn(PACES.gmail, NOW - 1, NOW);
    expect(nextTurn(PACES.gmail, freeAtMs, NOW + 60_000).turnMs).to.equal(NOW + 60_000);
  });
});
