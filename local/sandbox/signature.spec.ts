import { expect } from 'chai';
import { signatureOf } from './signature.js';

describe('the signature of a callback', () => {
  it('covers the time and the exact body', () => {
    expect(signatureOf('secret', '{"a":1}', 1_700_000_000_999)).to.equal(
      't=1700000000,v1=49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686',
    );
  });

  it('changes with the secret, the body and the second', () => {
    const all = [
      signatureOf('secret', 'body', 1000),
      signatureOf('other', 'body', 1000),
      signatureOf('secret', 'body2', 1000),
      signatureOf('secret', 'body', 2000),
    ];
    expect(new Set(all).size).to.equal(4);
  });
});
