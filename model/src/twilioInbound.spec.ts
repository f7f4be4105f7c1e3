import { expect } from 'chai';
import { readTwilioOptOut } from './twilioInbound.js';

describe('a text that Twilio has read before us', () => {
  for (const [type, kind] of [
    ['STOP', 'stop'],
    ['START', 'start'],
    ['HELP', 'help'],
  ] as const) {
    it(`as ${type} by Advanced Opt-Out is that, in whatever words, and is answered`, () => {
      expect(readTwilioOptOut(' BASTA ', type)).to.deep.equal({
        told: { kind, word: 'BASTA' },
        isAnswered: true,
      });
    });
  }

  it('as nothing is ours to read', () => {
    expect(readTwilioOptOut('Is it still available?', null)).to.deep.equal({ told: null, isAnswered: false });
  });

  for (const word of ['STOP', 'stop', ' Unsubscribe\n', 'HELP', 'start']) {
    it(`"${word.trim()}" is answered by Twilio without Advanced Opt-Out too, and still read by us`, () => {
      expect(readTwilioOptOut(word, null)).to.deep.equal({ told: null, isAnswered: true });
    });
  }

  for (const words of ['please stop texting me', 'Stop by at six', 'stop.']) {
    it(`"${words}" is answered by nobody but us`, () => {
      expect(readTwilioOptOut(words, null).isAnswered).to.equal(false);
    });
  }
});
