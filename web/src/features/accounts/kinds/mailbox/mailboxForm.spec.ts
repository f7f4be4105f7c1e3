import { connectAccountContract } from '@leadpulse/model';
import { expect } from 'chai';
import { accountOf, begin, fieldOf, fieldWords, withEncryption } from './mailboxForm.js';

const { form } = begin('Harbor sales', ' sales@harbor.example ');
const filled = { ...form, password: 'a secret' };
const parse = (account: unknown) => connectAccountContract.input.safeParse({ orgId: 'o1', account });

describe('the form of a mailbox', () => {
  it('makes what the contract takes, from an address and a password', () => {
    expect(parse(accountOf(filled)).success).to.equal(true);
    expect(filled).to.include({ user: 'sales@harbor.example', imapHost: 'imap.harbor.example' });
  });

  it('begins with the settings of a known provider', () => {
    const { form: known, found } = begin('Sam', 'sam@gmail.com');
    expect(found.provider?.name).to.equal('Gmail');
    expect(known).to.include({ imapHost: 'imap.gmail.com', imapPort: 993, smtpPort: 465 });
  });

  it('finds the field that the contract or the server names', () => {
    const parsed = parse(accountOf({ ...filled, imapHost: '', smtpPort: '', password: '' }));
    const fields = parsed.error?.issues.map(({ path }) => fieldOf(['account', ...path.slice(1)].join('.')));
    expect(fields).to.have.members(['imapHost', 'smtpPort', 'password']);
    expect(fieldOf('account.mailbox.imap.secure')).to.equal('imapEncryption');
    expect(fieldOf('orgId')).to.equal(null);
    expect(fieldWords('imapPort')).to.include('65535');
  });

  it('moves the usual port with the encryption and leaves a chosen one alone', () => {
    expect(withEncryption(filled, 'imap', 'starttls')).to.deep.equal({
      imapEncryption: 'starttls',
      imapPort: 143,
    });
    expect(withEncryption({ ...filled, smtpPort: 2525 }, 'smtp', 'starttls')).to.deep.equal({
      smtpEncryption: 'starttls',
    });
  });
});
