import { expect } from 'chai';
import { authMailFor } from './authMail.js';

const code = {
  email: 'ann@example.com',
  oobCode: 'abc',
  oobLink:
    'http://127.0.0.1:5301/emulator/action?mode=verifyEmail&lang=en&oobCode=abc&apiKey=x&continueUrl=%2Finbox',
  requestType: 'VERIFY_EMAIL',
};

describe('a mail of the sign-in service', () => {
  it('leads to our own page with mode, code and way back', () => {
    const { text, to } = authMailFor(code, 'http://127.0.0.1:5300');
    expect(to).to.equal('ann@example.com');
    const link = /http\S+/.exec(text)?.[0] ?? '';
    expect(link).to.match(/^http:\/\/127\.0\.0\.1:5300\/auth\/action\?/);
    const query = Object.fromEntries(new URL(link).searchParams);
    expect(query).to.deep.equal({ mode: 'verifyEmail', oobCode: 'abc', continueUrl: '/inbox', lang: 'en' });
  });

  it('says what it is for', () => {
    expect(authMailFor(code, 'http://x').subject).to.equal('Confirm your email address');
    expect(authMailFor({ ...code, requestType: 'PASSWORD_RESET' }, 'http://x').subject).to.equal(
      'Choose a new password',
    );
    expect(authMailFor({ ...code, requestType: 'EMAIL_SIGNIN' }, 'http://x').subject).to.equal(
      'Your sign-in link',
    );
  });

  it('carries the same link in its HTML part', () => {
    expect(authMailFor(code, 'http://x').html).to.include('mode=verifyEmail&amp;oobCode=abc');
  });
});
