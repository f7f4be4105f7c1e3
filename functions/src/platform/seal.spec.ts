import { expect } from 'chai';
import { newestKeyId, seal, unseal } from './seal.js';

const KEYS = ['one', 'two'].map((word) => Buffer.alloc(32, word).toString('base64'));

describe('a sealed secret', () => {
  const before = process.env.SEALING_KEY;
  beforeEach(() => {
    process.env.SEALING_KEY = KEYS[0];
  });
  after(() => {
    if (before === undefined) delete process.env.SEALING_KEY;
    else process.env.SEALING_KEY = before;
  });

  it('opens where it belongs', () => {
    expect(unseal(seal('pässword', 'here'), 'here')).to.equal('pässword');
  });

  it('does not open elsewhere', () => {
    const sealed = seal('password', 'orgs/a');
    expect(() => unseal(sealed, 'orgs/b')).to.throw();
  });

  it('does not open when a byte of it was changed', () => {
    const sealed = seal('password', 'here');
    const data = Buffer.from(sealed.data, 'base64');
    data[0] = (data[0] ?? 0) ^ 1;
    expect(() => unseal({ ...sealed, data: data.toString('base64') }, 'here')).to.throw();
  });

  it('is another one every time', () => {
    expect(seal('password', 'here').data).to.not.equal(seal('password', 'here').data);
  });

  it('names the newest key, which is the first', () => {
    const before = newestKeyId();
    process.env.SEALING_KEY = `${KEYS[1]},${KEYS[0]}`;
    expect(newestKeyId()).to.not.equal(before);
    expect(seal('password', 'here').keyId).to.equal(newestKeyId());
  });

  it('opens after the key was replaced, as long as the old one is kept', () => {
    const sealed = seal('password', 'here');
    process.env.SEALING_KEY = `${KEYS[1]},${KEYS[0]}`;
    expect(unseal(sealed, 'here')).to.equal('password');
    expect(seal('password', 'here').keyId).to.not.equal(sealed.keyId);
    process.env.SEALING_KEY = KEYS[1];
    expect(() => unseal(sealed, 'here')).to.throw(sealed.keyId);
  });
});
