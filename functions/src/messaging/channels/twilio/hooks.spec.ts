import { expect } from 'chai';
import { inboundHook, isOurHook, readHook, statusHook } from './hooks.js';

const PLACE = { orgId: 'o1', accountId: 'a1' };
const MESSAGE = { orgId: 'o1', contactId: 'c1', messageId: 'm1' };

describe('the addresses that Twilio calls', () => {
  before(() => {
    process.env.SITE_URL ??= 'https://leadpulse.test';
    process.env.MAIL_DOMAIN ??= 'mail.leadpulse.test';
  });

  const pathOf = (url: string): string => new URL(url).pathname;

  it('name the account, and of a message that went out the message', () => {
    expect(readHook(pathOf(inboundHook(PLACE)))).to.deep.equal({ place: PLACE, message: null });
    expect(readHook(pathOf(statusHook(PLACE, MESSAGE)))).to.deep.equal({ place: PLACE, message: MESSAGE });
  });

  for (const path of [
    '/hooks/twilio',
    '/hooks/twilio/o1',
    '/hooks/twilio/o1/a1/c1',
    '/hooks/twilio/o1/a1/c1/m1/x',
    '/hooks/twilio/o1//c1/m1',
    '/hooks/twilio/o1/..%2Fo2',
    '/hooks/stripe/o1/a1',
  ]) {
    it(`are not "${path}"`, () => expect(readHook(path)).to.equal(null));
  }

  it('are known as ours by site and organization', () => {
    expect(isOurHook(inboundHook(PLACE), PLACE)).to.equal(true);
    expect(isOurHook(inboundHook(PLACE), { orgId: 'o2' })).to.equal(false);
    expect(isOurHook('https://crm.example.org/hooks/twilio/o1/a1', PLACE)).to.equal(false);
  });
});
