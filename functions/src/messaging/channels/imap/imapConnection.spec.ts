import { expect } from 'chai';
import { problemOf } from './imapConnection.js';

const HOST = 'imap.harbor.example';
const refused = (response: string, serverResponseCode = 'AUTHENTICATIONFAILED'): Error =>
  Object.assign(new Error('Command failed'), { authenticationFailed: true, response, serverResponseCode });
const failed = (code: string, message = ''): Error => Object.assign(new Error(message), { code });

describe('why a mailbox cannot be opened', () => {
  for (const [what, error, host, code] of [
    ['a password that is wrong', refused('3 NO Authentication failed.'), HOST, 'imap-auth-failed'],
    [
      'an everyday password where the server says so',
      refused('4 NO [ALERT] Application-specific password required'),
      HOST,
      'imap-app-password',
    ],
    [
      'any password that a provider refuses who wants another kind',
      refused('3 NO'),
      'imap.mail.me.com',
      'imap-app-password',
    ],
    ['a mailbox without IMAP', refused('1 NO IMAP access is disabled'), HOST, 'imap-sign-in-blocked'],
    [
      'a provider who takes no password',
      refused('1 NO LOGIN failed.'),
      'outlook.office365.com',
      'imap-sign-in-blocked',
    ],
    ['a server that is busy', refused('1 NO Try again later', 'UNAVAILABLE'), HOST, 'imap-busy'],
    ['a name that is none', failed('ENOTFOUND'), HOST, 'imap-host-not-found'],
    ['a port where nobody listens', failed('ECONNREFUSED'), HOST, 'imap-refused'],
    ['a server that is not there', failed('CONNECT_TIMEOUT'), HOST, 'imap-timeout'],
    ['a certificate of nobody', failed('DEPTH_ZERO_SELF_SIGNED_CERT'), HOST, 'imap-tls-failed'],
    ['plain words where TLS was expected', failed('ERR_SSL_WRONG_VERSION_NUMBER'), HOST, 'imap-tls-failed'],
    ['a server without STARTTLS', failed('', 'Server does not support STARTTLS'), HOST, 'imap-tls-failed'],
    ['another protocol', failed('ParserError2', 'unexpected'), HOST, 'imap-not-a-mail-server'],
  ] as const) {
    it(`is ${what}`, () => expect(problemOf(error, host)).to.equal(code));
  }

  it('is a server that greets in another language', () => {
    expect(problemOf(failed('GREETING_TIMEOUT'), HOST, false)).to.equal('imap-not-a-mail-server');
    expect(problemOf(failed('GREETING_TIMEOUT'), HOST, true)).to.equal('imap-timeout');
  });
});
