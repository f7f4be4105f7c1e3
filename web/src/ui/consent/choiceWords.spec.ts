import { expect } from 'chai';
import { chosenOf, nowWords } from './choiceWords.js';

const said = (cookies: 'unasked' | 'necessary' | 'all', telemetry: boolean) => ({
  ...{ productEmails: false, promotionalEmails: false },
  ...{ cookies, telemetry },
});

describe('the choice of storage', () => {
  it('is the answer that was given, and none where there is none or where counting was switched off since', () => {
    expect(chosenOf(said('unasked', false))).to.equal(null);
    expect(chosenOf(said('necessary', false))).to.equal('necessary');
    expect(chosenOf(said('necessary', true))).to.equal('necessary');
    expect(chosenOf(said('all', true))).to.equal('all');
    expect(chosenOf(said('all', false))).to.equal(null);
  });

  it('says on only where uses are counted', () => {
    expect(nowWords(said('all', true), {})).to.match(/^Counting is on/);
    for (const preferences of [said('unasked', true), said('necessary', true), said('all', false)])
      expect(nowWords(preferences, {})).to.match(/^Counting is off/);
    for (const signals of [{ globalPrivacyControl: true }, { doNotTrack: '1' }])
      expect(nowWords(said('all', true), signals)).to.match(/^Counting is off, because your browser/);
  });
});
