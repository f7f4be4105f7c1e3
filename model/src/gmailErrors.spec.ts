import { expect } from 'chai';
import { gmailTrouble } from './gmailErrors.js';

describe('a refusal of Gmail', () => {
  for (const [status, reasons, code, kind, concerns] of [
    [401, [], 'gmail-consent-revoked', 'permanent', 'credentials'],
    [403, ['insufficientPermissions'], 'gmail-scope-missing', 'permanent', 'credentials'],
    [403, ['rateLimitExceeded'], 'gmail-quota', 'transient', 'account'],
    [403, ['userRateLimitExceeded'], 'gmail-quota', 'transient', 'account'],
    [429, [], 'gmail-quota', 'transient', 'account'],
    [403, ['domainPolicy'], 'gmail-not-allowed', 'permanent', 'credentials'],
    [400, ['invalidArgument'], 'gmail-400', 'permanent', 'message'],
    [404, [], 'gmail-404', 'permanent', 'message'],
  ] as const) {
    it(`${status} ${reasons.join()} is ${code}`, () => {
      expect(gmailTrouble(status, reasons)).to.include({ code, kind, concerns });
    });
  }

  for (const status of [200, 302, 500, 503]) {
    it(`is not ${status}: nobody knows then whether it was done`, () => {
      expect(gmailTrouble(status, [])).to.equal(null);
    });
  }
});
