import { expect } from 'chai';
import { playInterleavings, type InterleavingReport } from '../proof/interleavings.js';

const SAMPLE = 12;

/** A sample of `npm run proof`, which plays 500. */
describe('people who change each other’s seats at the same time', function () {
  this.timeout(300_000); // a limit for a hanging run, not a promise
  let report: InterleavingReport;
  before(async () => {
    const seeds = Array.from({ length: SAMPLE }, (_, at) => at + 1);
    report = await playInterleavings(seeds);
  });

  it('leave an owner at every moment, and only acts that were theirs to do, in each schedule', () => {
    expect(report.faults).to.deep.equal([]);
    expect(report).to.include({ schedules: SAMPLE, brokenSchedules: 0 });
  });

  it('are told what became of each act, and some of it is done', () => {
    expect(report.acts.failed).to.equal(0);
    expect(report.acts.done).to.be.greaterThan(0);
  });
});
