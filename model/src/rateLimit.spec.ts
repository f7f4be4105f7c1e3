import { expect } from 'chai';
import { takeOne } from './rateLimit.js';
import { Refusal } from './refusal.js';

const RATE = { most: 3, windowMs: 60_000 };
const T0 = 1_800_000_000_000;

function takeTimes(times: number, nowMs = T0, window: Parameters<typeof takeOne>[0] = null) {
  let taken = window;
  for (let n = 0; n < times; n++) taken = takeOne(taken, RATE, nowMs);
  return taken;
}

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a rate limit', () => {
  it('lets as many through as it says, and not one more', () => {
    expect(takeTimes(3)).to.deep.equal({ startedAtMs: T0, count: 3 });
    const { code, reason } = refusalOf(() => takeTimes(4));
    expect([code, reason]).to.deep.equal(['resource-exhausted', 'too-many']);
  });

  it('tells when there is room again, to the second above', () => {
    const full = takeTimes(3);
    expect(refusalOf(() => takeOne(full, RATE, T0 + 1)).detail).to.deep.equal({ retryAfterSeconds: 60 });
    expect(refusalOf(() => takeOne(full, RATE, T0 + 59_999)).detail).to.deep.equal({ retryAfterSeconds: 1 });
  });

  it('begins a new window when the old one is over, whether or not that was full', () => {
    expect(takeTimes(1, T0 + 60_000, takeTimes(3))).to.deep.equal({ startedAtMs: T0 + 60_000, count: 1 });
    expect(takeTimes(1, T0 + 90_000, takeTimes(1))).to.deep.equal({ startedAtMs: T0 + 90_000, count: 1 });
  });

  it('does not move its window with each use', () => {
    expect(takeTimes(1, T0 + 59_999, takeTimes(2))).to.deep.equal({ startedAtMs: T0, count: 3 });
  });
});
