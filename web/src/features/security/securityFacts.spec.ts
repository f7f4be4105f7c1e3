import { expect } from 'chai';
import { checksOf, readFacts, runWords } from './securityFacts.js';

const FULL = {
  commit: '577a5d116cfce2c4b0c9',
  at: '2026-11-24T04:00:00.000Z',
  matrixCases: 1240,
  denied: 1001,
  coveragePct: 100,
  mutants: { total: 600, killed: 590, equivalent: 10 },
  probes: 20000,
  leaks: 0,
  fuzzCases: 5000,
  oracleRequests: 20000,
  disagreements: 0,
  schedules: 500,
  brokenSchedules: 0,
  acceptedAfterRemoval: 0,
};
const checks = (report: object) => checksOf(readFacts(JSON.stringify(report)));

describe('the figures of the security page', () => {
  it('are told with day and version', () => {
    expect(runWords(readFacts(JSON.stringify(FULL)))).to.equal(
      'Figures of the run of November 24, 2026, on version 577a5d116cfc.',
    );
    expect(checks(FULL).map(({ outcome }) => outcome)).to.deep.equal(Array(8).fill('held'));
    expect(checks(FULL)[1]).to.include({ result: '0 of 20,000 requests got through' });
  });

  it('are said to be missing where nobody measured them', () => {
    expect(checks({}).map(({ result }) => result)).to.deep.equal(Array(8).fill('Not measured yet'));
    expect(runWords(readFacts('{}'))).to.equal('No complete run of these checks was recorded yet.');
    const [matrix] = checks({ ...FULL, denied: 'many' });
    expect(matrix).to.include({ outcome: 'not measured' });
    expect(checks({ ...FULL, mutants: { total: 600, killed: 600 } })[6]).to.include({
      outcome: 'not measured',
    });
  });

  for (const [what, report] of Object.entries({
    'a leak': { leaks: 1 },
    'a request accepted after a removal': { acceptedAfterRemoval: 1 },
    'a broken schedule': { brokenSchedules: 2 },
    'a disagreement': { disagreements: 1 },
    'a weakened rule that nobody noticed': { mutants: { total: 600, killed: 589, equivalent: 10 } },
    'a condition never tried': { coveragePct: 99.9 },
  })) {
    it(`show ${what} as broken`, () => {
      const broken = checks({ ...FULL, ...report }).filter(({ outcome }) => outcome === 'broken');
      expect(broken).to.have.length(1);
    });
  }
});
