import { expect } from 'chai';
import { INVITE_REFUSALS, isRefusal, stepAfter, tokenOf } from './inviteSteps.js';

describe('the steps of an invite', () => {
  it('lead a person with an unconfirmed address to confirming it, a new person to their name', () => {
    expect(stepAfter({ reason: 'email-not-verified' })).to.equal('confirm');
    expect(stepAfter({ reason: 'newcomer-missing' })).to.equal('newcomer');
    expect(stepAfter({ reason: 'policy-version-old' })).to.equal('newcomer');
  });

  it('end where the invite itself is refused', () => {
    for (const reason of INVITE_REFUSALS) {
      expect(stepAfter({ reason })).to.equal(reason);
      expect(isRefusal(reason)).to.equal(true);
    }
    expect(isRefusal('confirm')).to.equal(false);
  });

  it('go nowhere when something else went wrong', () => {
    for (const thrown of [null, 'text', new Error('offline'), { reason: 'internal' }])
      expect(stepAfter(thrown)).to.equal(null);
  });

  it('take the token from behind the number sign', () => {
    expect(tokenOf('#abc_-9')).to.equal('abc_-9');
    expect(tokenOf('')).to.equal('');
  });
});
