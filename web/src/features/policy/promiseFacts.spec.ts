import { expect } from 'chai';
import { outcomeOf, promiseRunWords, readPromiseFacts } from './promiseFacts.js';

const run = (promises: object) =>
  readPromiseFacts(
    JSON.stringify({ commit: '577a5d116cfce2c4b0c9', at: '2026-11-26T04:00:00.000Z', promises }),
  );
const suite = { file: 'tests/rules/a.spec.ts', title: 'mail', passed: 1200, failed: 0 };

describe('what the last run showed of the promises', () => {
  it('is told with day, version and numbers', () => {
    const facts = run({
      P9: { passed: 1200, failed: 0, suites: [suite] },
      P1: { passed: 1, failed: 0, suites: [] },
    });
    expect(promiseRunWords(facts)).to.equal(
      'Tests of the run of November 26, 2026, on version 577a5d116cfc.',
    );
    expect(outcomeOf(facts, 'P9')).to.deep.equal({ outcome: 'held', words: '1,200 tests passed' });
    expect(outcomeOf(facts, 'P1').words).to.equal('1 test passed');
    expect(facts.promises.get('P9')?.suites).to.deep.equal([suite]);
  });

  it('is broken as soon as one test failed', () => {
    const facts = run({ P9: { passed: 1200, failed: 1, suites: [] } });
    expect(outcomeOf(facts, 'P9')).to.deep.equal({ outcome: 'broken', words: '1 of its tests failed' });
  });

  it('is said to be missing where nothing ran', () => {
    expect(promiseRunWords(readPromiseFacts('{}'))).to.equal(
      'No complete run of the tests was recorded yet.',
    );
    for (const tested of [undefined, { passed: 0, failed: 0, suites: [] }, { passed: 'all', failed: 0 }]) {
      expect(outcomeOf(run({ P9: tested }), 'P9').outcome).to.equal('not run');
    }
  });
});
