import { expect } from 'chai';
import { DAY } from './calendar.js';
import { giveUpAt, nextAttempt } from './dunning.js';

describe('a payment that failed', () => {
  const first = 1_800_000_000;

  it('is tried again after one, three and five days', () => {
    const attempts: number[] = [];
    for (let at: number | null = first; at !== null; at = nextAttempt(first, at))
      attempts.push((at - first) / DAY);
    expect(attempts).to.deep.equal([0, 1, 3, 5]);
  });

  it('keeps its days when somebody tried in between', () => {
    expect(nextAttempt(first, first + 2 * DAY)).to.equal(first + 3 * DAY);
  });

  it('is given up after seven days', () => {
    expect(giveUpAt(first)).to.equal(first + 7 * DAY);
  });
});
