import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { isTokenOf, newInviteToken } from './inviteToken.js';

describe('the token of an invite', () => {
  it('is 256 random bits, and another one each time', () => {
    const tokens = Array.from({ length: 200 }, () => newInviteToken().token);
    expect(new Set(tokens).size).to.equal(200);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).to.have.length(32);
    const bits = tokens.flatMap((token) => [...Buffer.from(token, 'base64url')]);
    expect(new Set(bits).size, 'every byte occurs').to.equal(256);
  });

  it('is kept as its SHA-256', () => {
    const { token, tokenHash } = newInviteToken();
    expect(tokenHash).to.equal(createHash('sha256').update(token).digest('hex'));
    expect(isTokenOf(tokenHash, token)).to.be.true;
  });

  const { token, tokenHash } = newInviteToken();
  const wrongs: [string, string | undefined, string][] = [
    ['another one', tokenHash, newInviteToken().token],
    ['its hash', tokenHash, tokenHash],
    ['a part of it', tokenHash, token.slice(0, -1)],
    ['nothing', tokenHash, ''],
    ['any, where there is no invite', undefined, token],
    ['nothing, where there is no invite', undefined, ''],
    ['any, where the hash is cut short', tokenHash.slice(0, 62), token],
    ['any, where the hash is empty', '', token],
  ];
  for (const [what, hash, given] of wrongs) {
    it(`does not open with ${what}`, () => {
      expect(isTokenOf(hash, given)).to.be.false;
    });
  }
});
