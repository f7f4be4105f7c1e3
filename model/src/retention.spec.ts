import { expect } from 'chai';
import { PRODUCT_RETENTION, retentionCutoffMs, SWEPT } from './retention.js';

describe('the retention list', () => {
  it('names each collection once', () => {
    const names = PRODUCT_RETENTION.map(({ collection }) => collection);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('is swept where it says so, and nowhere else', () => {
    const swept = PRODUCT_RETENTION.filter(({ by }) => by === 'sweep').map(({ collection }) => collection);
    expect(SWEPT.map(({ collection }) => collection)).to.have.members(swept);
  });
});

describe('an organization’s timer', () => {
  it('counts whole days back from now, and does nothing where there is none', () => {
    expect(retentionCutoffMs(30, 30 * 86_400_000 + 5)).to.equal(5);
    expect(retentionCutoffMs(null, 5)).to.equal(null);
  });
});
