import { PROMISE_IDS } from '@leadpulse/policy/clause';
import { CURRENT_POLICY } from '@leadpulse/policy/versions';
import { expect } from 'chai';
import { coveredClauses } from './policyPart.js';

const run = (failing: readonly string[]): string =>
  JSON.stringify({
    promises: Object.fromEntries(
      PROMISE_IDS.map((id) => [id, { passed: 3, failed: failing.includes(id) ? 1 : 0, suites: [] }]),
    ),
  });
const clauses = CURRENT_POLICY.clauses.length;

describe('the covered clauses of the policy', () => {
  it('are all of them when every promise was kept', () => {
    expect(coveredClauses(run([]))).to.deep.equal({ clauses, covered: clauses });
  });

  it('are fewer by those that state a promise whose test failed', () => {
    const lost = CURRENT_POLICY.clauses.filter(({ promises }) => promises.includes('P10')).length;
    expect(lost).to.be.greaterThan(0);
    expect(coveredClauses(run(['P10']))).to.deep.equal({ clauses, covered: clauses - lost });
  });

  it('are none without a run', () => {
    expect(coveredClauses('{}').covered).to.equal(0);
  });
});
