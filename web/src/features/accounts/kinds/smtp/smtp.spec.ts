import { connectAccountContract } from '@leadpulse/model';
import { expect } from 'chai';
import { EMPTY_SMTP, accountOf, fieldOf, localSink, withEncryption } from './smtp.js';

const filled = { ...EMPTY_SMTP, displayName: 'Acme', address: 'hello@acme.test', host: 'smtp.acme.test' };

describe('the mailbox form', () => {
  it('makes what the contract takes', () => {
    const parsed = connectAccountContract.input.safeParse({ orgId: 'o1', account: accountOf(filled) });
    expect(parsed.success).to.equal(true);
  });

  it('finds the field that the contract or the server names', () => {
    const parsed = connectAccountContract.input.safeParse({
      orgId: 'o1',
      account: accountOf({ ...filled, host: '', port: '' }),
    });
    expect(parsed.error?.issues.map(({ path }) => fieldOf(path.join('.')))).to.have.members(['host', 'port']);
    expect(fieldOf('account.smtp.password')).to.equal('password');
    expect(fieldOf('account.smtp.secure')).to.equal('encryption');
    expect(fieldOf('orgId')).to.equal('');
  });

  it('moves the usual port with the encryption and leaves a chosen one alone', () => {
    expect(withEncryption(filled, 'starttls')).to.deep.equal({ encryption: 'starttls', port: 587 });
    expect(withEncryption({ ...filled, port: 2525 }, 'starttls')).to.deep.equal({ encryption: 'starttls' });
  });

  it('knows the local mail sink', () => {
    const account = accountOf({ ...filled, ...localSink(5310) });
    expect(account).to.deep.include({
      smtp: { host: '127.0.0.1', port: 5310, secure: false, user: '', password: '' },
    });
  });
});
