import { expect } from 'chai';
import { mediaUrl } from './media.js';

describe('where the bytes of a picture are fetched', () => {
  before(() => {
    process.env.SITE_URL ??= 'https://leadpulse.test';
    process.env.MAIL_DOMAIN ??= 'mail.leadpulse.test';
  });

  for (const url of [
    'https://mms.twiliocdn.com/x?Expires=1',
    'https://s3-external-1.amazonaws.com/media.twiliocdn.com/x',
    'https://api.twilio.com/x',
  ]) {
    it(`${url} is fetched`, () => expect(mediaUrl(url)).to.equal(url));
  }

  for (const url of [
    'http://mms.twiliocdn.com/x',
    'https://twiliocdn.com.evil.example/x',
    'https://eviltwilio.com/x',
    'http://169.254.169.254/computeMetadata/v1/',
    'file:///etc/passwd',
  ]) {
    it(`${url} is not`, () => expect(() => mediaUrl(url)).to.throw(/not known/));
  }
});
