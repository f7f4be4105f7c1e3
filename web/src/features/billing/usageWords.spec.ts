import { expect } from 'chai';
import { exceededWords, linesOf, usedOf } from './usageWords.js';

const counts = (messages: number, contacts = 10, accounts = 1) => ({
  ...{ month: '2026-11', messages, contacts, accounts },
});
const messagesOf = (messages: number) => linesOf(counts(messages), 'growth')[0]!;

describe('the words about what is used', () => {
  it('say before it is used up what will happen then', () => {
    expect(messagesOf(7_999)).to.include({ level: 'within', share: 0.7999 });
    expect(messagesOf(8_000).level).to.equal('near');
    expect(messagesOf(8_000).words).to.equal(
      'At 100 % sending stops until December 1, 2026 or a larger plan. What comes in is saved all the same.',
    );
  });

  it('say what stands still when it is used up, and never more than a whole bar', () => {
    expect(messagesOf(12_000)).to.include({ level: 'full', share: 1 });
    expect(messagesOf(12_000).words).to.match(/^Used up: nothing is sent until December 1, 2026/);
    expect(linesOf(counts(60_000), 'scale')[0]?.words).to.match(/until December 1, 2026\. What comes in/);
    const [, contacts, accounts] = linesOf(counts(0, 15_000, 10), 'growth');
    expect(contacts?.words).to.match(/^Full: nobody can be added by hand/);
    expect(accounts?.words).to.match(/^Full: no further one/);
  });

  it('measure by the plan, and by the trial while there is none', () => {
    expect(linesOf(counts(0), 'starter').map(({ allowed }) => allowed)).to.deep.equal([2_500, 2_500, 3]);
    expect(linesOf(counts(0), null).map(({ allowed }) => allowed)).to.deep.equal([10_000, 15_000, 10]);
    expect(usedOf(messagesOf(2_130))).to.equal('2,130 of 10,000');
  });

  it('say what of a smaller plan is exceeded, and the way out', () => {
    expect(exceededWords({ what: 'contacts', used: 18_400, allowed: 15_000 })).to.equal(
      '18,400 contacts, and it allows 15,000. Delete some first.',
    );
  });
});
