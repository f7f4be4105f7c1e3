import { PROMISE_IDS } from '@leadpulse/policy/clause';
import { expect } from 'chai';
import type { Tally } from '../promises.js';
import { brokenPromises, keptOf, mergeTallies, tagsIn } from '../promises.js';

const suite = (passed: number, failed = 0) => ({ suite: 'mail', passed, failed });
const whole: Tally = Object.fromEntries(PROMISE_IDS.map((id) => [id, { 'a.spec.ts › mail': suite(2) }]));
const LAST = 'P20';
const NONE = 'P21';
const [A, B] = ['P9', 'P7'];

describe('what a run of tests shows of the promises', () => {
  it('reads the tags of a title, each once', () => {
    expect(tagsIn(`mail stops [${A}] [${B}] [${A}]`)).to.deep.equal([A, B]);
    expect(tagsIn('mail [p9] P9 [P]')).to.deep.equal([]);
  });

  it('adds the files of several runs up', () => {
    const tally = mergeTallies([
      { [LAST]: { 'a.spec.ts › mail': suite(2) } },
      { [LAST]: { 'b.spec.ts › mail': suite(1, 1) } },
    ]);
    expect(keptOf(tally)[LAST]).to.deep.equal({
      ...{ passed: 3, failed: 1 },
      suites: [
        { file: 'a.spec.ts', title: 'mail', passed: 2, failed: 0 },
        { file: 'b.spec.ts', title: 'mail', passed: 1, failed: 1 },
      ],
    });
  });

  it('finds nothing broken when each promise had a passing test', () => {
    expect(brokenPromises(whole)).to.deep.equal([]);
  });

  it('finds a promise broken without a test, with a failed one, and for a tag that is no promise', () => {
    expect(brokenPromises({ ...whole, [LAST]: {} })).to.deep.equal(['P20: no test of it ran']);
    expect(brokenPromises({ ...whole, [LAST]: { 'a › b': suite(5, 1) } })).to.deep.equal([
      'P20: 1 of its tests failed',
    ]);
    expect(brokenPromises({ ...whole, [NONE]: {} })).to.deep.equal([`[${NONE}] is no promise of the policy`]);
  });
});
