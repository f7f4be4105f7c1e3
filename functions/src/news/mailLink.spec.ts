import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { mailToken, readMailToken } from './mailLink.js';

const [FIRST, SECOND] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')] as const;

describe('the token of a mail’s link', () => {
  const kept = process.env.MAIL_LINK_KEYS;
  beforeEach(() => {
    process.env.MAIL_LINK_KEYS = FIRST;
  });
  after(() => {
    if (kept === undefined) delete process.env.MAIL_LINK_KEYS;
    else process.env.MAIL_LINK_KEYS = kept;
  });
  const link = { uid: 'u-1_A', scope: 'product' } as const;

  it('is read as what it was made for, and stays in one line of a header', () => {
    const token = mailToken(link);
    expect(readMailToken(token)).to.deep.equal(link);
    expect(token).to.match(/^[\w.-]{60,120}$/);
  });

  it('is refused with any letter changed, left out or added', () => {
    const token = mailToken(link);
    for (let at = 0; at < token.length; at += 1) {
      for (const letter of ['A', 'b', '0', '.', '_']) {
        if (token[at] === letter) continue;
        expect(readMailToken(token.slice(0, at) + letter + token.slice(at + 1)), `${at}`).to.equal(null);
      }
      expect(readMailToken(token.slice(0, at) + token.slice(at + 1))).to.equal(null);
    }
    for (const more of ['A', '.', '.x', '=', ' ']) expect(readMailToken(token + more)).to.equal(null);
    expect(readMailToken('')).to.equal(null);
  });

  it('is of one person and one list: another’s mac opens nothing', () => {
    const mac = mailToken(link).split('.').at(-1) ?? '';
    for (const other of [
      { ...link, uid: 'u-2' },
      { ...link, scope: 'promotions' as const },
    ]) {
      const forged = [...mailToken(other).split('.').slice(0, -1), mac].join('.');
      expect(readMailToken(forged)).to.equal(null);
    }
  });

  it('is read while its key is listed, and signed by the first', () => {
    const old = mailToken(link);
    process.env.MAIL_LINK_KEYS = `${SECOND}, ${FIRST}`;
    expect(readMailToken(old)).to.deep.equal(link);
    expect(mailToken(link).split('.')[1]).not.to.equal(old.split('.')[1]);
    process.env.MAIL_LINK_KEYS = SECOND;
    expect(readMailToken(old)).to.equal(null);
  });
});
