import { expect } from 'chai';
import { verdictOn, type Outcome } from './verdict.js';

const outcome = (state: string, accepted: number, channel = 'twilio'): Outcome =>
  ({ state, accepted, handedOver: accepted, requested: { channel } }) as Outcome;
const clean = { requested: 1, lost: 0, stuck: 0, doubled: 0, falseStatus: 0, uncertain: 0 };

describe('the verdict on what became of messages', () => {
  const cases: [string, number, Partial<ReturnType<typeof verdictOn>>][] = [
    ['sent', 1, {}],
    ['delivered', 1, {}],
    ['uncertain', 1, { uncertain: 1 }],
    ['uncertain', 0, { uncertain: 1, lost: 1 }],
    ['sent', 0, { lost: 1, falseStatus: 1 }],
    ['sent', 2, { doubled: 1 }],
    ['failed', 1, { falseStatus: 1 }],
    ['failed', 0, { lost: 1 }],
    ['sending', 1, { stuck: 1 }],
    ['requested', 0, { stuck: 1, lost: 1 }],
  ];
  for (const [state, accepted, expected] of cases) {
    it(`a ${state} message that the provider has ${accepted} times is judged`, () => {
      expect(verdictOn([outcome(state, accepted)])).to.deep.equal({ ...clean, ...expected });
    });
  }

  it('an uncertain one is not lost where nothing tells, since its sender is told; a failed one is', () => {
    expect(verdictOn([outcome('uncertain', 0, 'imap')])).to.deep.equal({ ...clean, uncertain: 1 });
    expect(verdictOn([outcome('failed', 0, 'imap')])).to.deep.equal({ ...clean, lost: 1 });
  });
});
