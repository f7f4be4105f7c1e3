import { expect } from 'chai';
import { LIMITS } from './limits.js';
import { isVoiceAddress, voiceAddressOf, voiceNumbersOf, withVoiceAddress } from './voiceReply.js';

const address = (key: string): string => `14155550100.14155550199.${key}@txt.voice.google.com`;
const NUMBER = '+14155550199';

describe('an answer by Google Voice', () => {
  it('goes to the newest address of that account and number', () => {
    const first = withVoiceAddress(undefined, { accountId: 'a', number: NUMBER, address: address('one') });
    const both = withVoiceAddress(first, { accountId: 'b', number: NUMBER, address: address('two') });
    const known = withVoiceAddress(both, { accountId: 'a', number: NUMBER, address: address('new') });
    expect(known).to.have.length(2);
    expect(voiceAddressOf(known, { accountId: 'a', number: NUMBER })).to.equal(address('new'));
    expect(voiceAddressOf(known, { accountId: 'a', number: '+14155550111' })).to.equal(null);
    expect(voiceAddressOf(undefined, { accountId: 'a', number: NUMBER })).to.equal(null);
  });

  it('names both numbers by its address', () => {
    expect(voiceNumbersOf(address('k'))).to.deep.equal({ own: '+14155550100', contact: NUMBER });
    expect(voiceNumbersOf('voice-noreply@google.com')).to.equal(null);
  });

  it('keeps no endless list', () => {
    const known = Array.from({ length: 60 }, (_, at) => `account${at}`).reduce(
      (list, accountId) => withVoiceAddress(list, { accountId, number: NUMBER, address: address('k') }),
      withVoiceAddress(undefined, { accountId: 'first', number: NUMBER, address: address('k') }),
    );
    expect(known).to.have.length(LIMITS.voiceRelays);
    expect(known.at(-1)?.accountId).to.equal('account59');
  });

  for (const [what, is] of [
    [address('k3y-1_a'), true],
    ['voice-noreply@google.com', false],
    ['14155550100.14155550199.k@txt.voice.google.com.evil.example', false],
    ['x@evil.example', false],
  ] as const) {
    it(`${is ? 'may' : 'may not'} go to ${what}`, () => expect(isVoiceAddress(what)).to.equal(is));
  }
});
