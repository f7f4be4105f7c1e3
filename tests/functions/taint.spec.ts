import { expect } from 'chai';
import { taint, tellFound } from '../proof/taint/taintPart.js';

describe('what was typed, sent, received and refused', function () {
  this.timeout(180_000);

  it('is in no log, no count, no audit entry and no call of Stripe, and gets into no count by force [P4]', async () => {
    const report = await taint(1, ['sweepMessages', 'sweepTelemetry']);
    expect(tellFound(report)).to.deep.equal([]);
    expect(report.taints).to.be.greaterThan(90);
    expect(report.batches).to.be.greaterThan(0);
  });
});
