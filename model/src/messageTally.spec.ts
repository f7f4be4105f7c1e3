import { expect } from 'chai';
import type { TalliedMessage } from './messageTally.js';
import { addTallies, EMPTY_TALLY, isTallied, tallyThread } from './messageTally.js';
import { dayStart } from './telemetry.js';

const MINUTE_MS = 60_000;
const START = dayStart('2026-11-25');
const message = (
  direction: 'in' | 'out',
  minutes: number,
  channel: 'sms' | 'email' = 'sms',
): TalliedMessage => ({
  direction,
  channel,
  atMs: START + minutes * MINUTE_MS,
});

describe('what is tallied', () => {
  it('is what people wrote and did not take back', () => {
    for (const state of ['received', 'requested', 'scheduled', 'sent', 'delivered', 'uncertain'] as const) {
      expect(isTallied({ state }), state).to.equal(true);
    }
    for (const state of ['canceled', 'blocked', 'failed'] as const)
      expect(isTallied({ state }), state).to.equal(false);
    expect(isTallied({ state: 'sent', purpose: 'conversation' })).to.equal(true);
    expect(isTallied({ state: 'sent', purpose: 'opt-out-confirmation' })).to.equal(false);
  });
});

describe('the tally of a day', () => {
  it('counts by way and direction, and the hours in which leads wrote', () => {
    const { messages } = tallyThread(
      [message('in', 30), message('out', 40), message('in', 61, 'email'), message('out', 200, 'email')],
      [],
    );
    expect(messages).to.deep.include({ textsIn: 1, textsOut: 1, emailsIn: 1, emailsOut: 1 });
    expect(messages.hoursIn.slice(0, 3)).to.deep.equal([1, 1, 0]);
  });

  it('counts a wait from the first message that was not answered', () => {
    const { answers } = tallyThread([message('in', 0), message('in', 50), message('out', 61)], []);
    expect(answers).to.deep.equal({ ...EMPTY_TALLY.answers, within4h: 1 });
  });

  it('answers a wait once, whatever follows', () => {
    const { answers } = tallyThread([message('in', 0), message('out', 5), message('out', 6)], []);
    expect(answers).to.deep.equal({ ...EMPTY_TALLY.answers, within5m: 1 });
  });

  it('knows who has waited since the day before', () => {
    const earlier = [message('in', -10), message('in', -59), message('out', -80), message('in', -90)];
    const { answers } = tallyThread([message('out', 1)], earlier);
    expect(answers).to.deep.equal({ ...EMPTY_TALLY.answers, within1h: 1 });
  });

  it('counts no answer where nobody waited', () => {
    const { answers } = tallyThread([message('out', 1)], [message('out', -1), message('in', -20)]);
    expect(answers).to.deep.equal(EMPTY_TALLY.answers);
  });

  for (const [minutes, kind] of [
    [5, 'within5m'],
    [5.1, 'within1h'],
    [60, 'within1h'],
    [240, 'within4h'],
    [1440, 'within24h'],
    [1441, 'later'],
  ] as const) {
    it(`puts a wait of ${minutes} minutes to ${kind}`, () => {
      const { answers } = tallyThread([message('out', 0)], [message('in', -minutes)]);
      expect(answers[kind]).to.equal(1);
    });
  }

  it('is the sum of its conversations', () => {
    const one = tallyThread([message('in', 0), message('out', 5)], []);
    const other = tallyThread([message('in', 10), message('out', 100, 'email')], []);
    const { messages, answers } = addTallies(one, other);
    expect(messages).to.deep.include({ textsIn: 2, textsOut: 1, emailsOut: 1 });
    expect(messages.hoursIn[0]).to.equal(2);
    expect(answers).to.deep.equal({ ...EMPTY_TALLY.answers, within5m: 1, within4h: 1 });
    expect(addTallies(EMPTY_TALLY, one)).to.deep.equal(one);
  });
});
