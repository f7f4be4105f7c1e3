import { CONSENT_KINDS, CONSENT_SOURCES } from '@leadpulse/model';
import { expect } from 'chai';
import { chainWords, howWords, whatWords } from './consentWords.js';

describe('the words of a record of consents', () => {
  it('say what, and how it came, for every kind, channel and source', () => {
    for (const kind of CONSENT_KINDS) {
      expect(whatWords({ kind, channel: 'sms' })).to.include('texts');
      expect(whatWords({ kind, channel: 'email' })).to.include('emails');
    }
    const ways = CONSENT_SOURCES.map(howWords);
    expect(new Set(ways).size).to.equal(CONSENT_SOURCES.length);
  });

  it('say whether the chain holds, and from where on it does not', () => {
    const holds = { isIntact: true, brokenAt: null, withoutHash: 0 };
    expect(chainWords(holds, 0)).to.equal('There is no entry yet.');
    expect(chainWords(holds, 1)).to.include('The one entry is as');
    expect(chainWords({ ...holds, withoutHash: 2 }, 3)).to.include('2 of them are of before');
    expect(chainWords({ isIntact: false, brokenAt: 2, withoutHash: 0 }, 3)).to.include('at entry 2');
  });
});
