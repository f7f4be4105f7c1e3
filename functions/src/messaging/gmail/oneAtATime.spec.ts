import { expect } from 'chai';
import { oneAtATime } from './oneAtATime.js';

describe('looks into one mailbox', () => {
  it('run one after the other, and one more for all who asked meanwhile', async () => {
    let [open, runs, most] = [0, 0, 0];
    const look = async (): Promise<number> => {
      open += 1;
      runs += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      return 1;
    };
    const sums = await Promise.all([1, 2, 3, 4, 5].map(() => oneAtATime('a', look)));
    expect({ runs, most, sums }).to.deep.equal({ runs: 2, most: 1, sums: [2, 2, 2, 2, 2] });
    expect(await oneAtATime('a', look)).to.equal(1);
  });

  it('that fail do not keep the next from looking', async () => {
    const failed = await oneAtATime('b', () => Promise.reject(new Error('away'))).catch(() => 'failed');
    expect(failed).to.equal('failed');
    expect(await oneAtATime('b', () => Promise.resolve(3))).to.equal(3);
  });
});
