import { expect } from 'chai';
import { isToBeAsked, mayKeepMore, whyOff } from './whyOff.js';

const ALLOWED = { productEmails: false, promotionalEmails: false, telemetry: true, cookies: 'all' as const };

describe('whether uses are counted [P5]', () => {
  it('they are with both choices and no signal against it', () => {
    expect(whyOff(ALLOWED, {})).to.equal(null);
    expect(whyOff(ALLOWED, { globalPrivacyControl: false, doNotTrack: null })).to.equal(null);
    expect(whyOff(ALLOWED, { doNotTrack: '0' })).to.equal(null);
    expect(whyOff(ALLOWED, { doNotTrack: 'unspecified' })).to.equal(null);
  });

  it('they are not without a choice, or before the choice is known', () => {
    expect(whyOff({ ...ALLOWED, telemetry: false }, {})).to.equal('choice');
    expect(whyOff(undefined, {})).to.equal('choice');
  });

  it('they are not where only what is necessary may be stored', () => {
    for (const cookies of ['necessary', 'unasked'] as const) {
      expect(whyOff({ ...ALLOWED, cookies }, {})).to.equal('storage');
    }
  });

  it('they are not where the browser says no, whatever was chosen', () => {
    expect(whyOff(ALLOWED, { globalPrivacyControl: true })).to.equal('global-privacy-control');
    for (const doNotTrack of ['1', 'yes']) expect(whyOff(ALLOWED, { doNotTrack })).to.equal('do-not-track');
  });
});

describe('the question of storage', () => {
  const unasked = { ...ALLOWED, cookies: 'unasked' as const };

  it('is put to who has not chosen, and to nobody whose browser has answered already', () => {
    expect(isToBeAsked(unasked, {})).to.equal(true);
    expect(isToBeAsked(undefined, {})).to.equal(false);
    expect(isToBeAsked(ALLOWED, {})).to.equal(false);
    expect(isToBeAsked({ ...ALLOWED, cookies: 'necessary' }, {})).to.equal(false);
    for (const signals of [{ globalPrivacyControl: true }, { doNotTrack: '1' }])
      expect(isToBeAsked(unasked, signals)).to.equal(false);
  });

  it('lets more than what is needed be kept after a yes alone, and not in a browser that says no', () => {
    expect(mayKeepMore(ALLOWED, {})).to.equal(true);
    expect(mayKeepMore({ ...ALLOWED, telemetry: false }, {})).to.equal(true);
    for (const preferences of [undefined, unasked, { ...ALLOWED, cookies: 'necessary' as const }])
      expect(mayKeepMore(preferences, {})).to.equal(false);
    for (const signals of [{ globalPrivacyControl: true }, { doNotTrack: 'yes' }])
      expect(mayKeepMore(ALLOWED, signals)).to.equal(false);
  });
});
