import { twilioKeysSchema } from '@leadpulse/model';
import { expect } from 'chai';
import { DEMO_KEYS } from '../../web/src/features/accounts/kinds/twilio/demoKeys.js';
import { DEMO_TWILIO } from './demo.js';

describe('the demo account of Twilio', () => {
  it('has the keys that the screen fills in, in the form that Twilio gives them', () => {
    expect(DEMO_KEYS).to.deep.equal(DEMO_TWILIO);
    expect(twilioKeysSchema.parse(DEMO_TWILIO)).to.deep.equal(DEMO_TWILIO);
  });
});
