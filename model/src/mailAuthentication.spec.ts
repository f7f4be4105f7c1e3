import { expect } from 'chai';
import { isSignedBy } from './mailAuthentication.js';

const GOOGLE = { authservId: 'mx.google.com', domain: 'google.com' };
const PASS = 'mx.google.com; dkim=pass header.i=@txt.voice.google.com header.s=20230601; spf=pass';

describe('the word of the receiving host on a signature', () => {
  for (const [told, headers] of [
    ['by identity, as Google writes it', [PASS]],
    ['by domain', ['mx.google.com; spf=fail; dkim=pass header.d=google.com']],
    [
      'with a version and other statements before it',
      ['mx.google.com 1; arc=none; dkim=PASS (2048-bit) header.d="google.com"'],
    ],
    [
      'among several signatures',
      ['mx.google.com; dkim=fail header.d=google.com; dkim=pass header.d=google.com'],
    ],
  ] as const) {
    it(`is taken ${told}`, () => expect(isSignedBy(headers, GOOGLE)).to.be.true);
  }

  for (const [why, headers] of [
    ['there is none', []],
    ['it is not the topmost', ['mx.google.com; dkim=none', PASS]],
    ['another host says it', ['mx.evil.example; dkim=pass header.d=google.com']],
    ['the host only begins alike', ['mx.google.com.evil.example; dkim=pass header.d=google.com']],
    ['the signature is of another domain', ['mx.google.com; dkim=pass header.d=evil.example']],
    ['the domain only ends alike', ['mx.google.com; dkim=pass header.d=notgoogle.com']],
    ['it failed', ['mx.google.com; dkim=fail header.d=google.com']],
    ['only SPF passed', ['mx.google.com; spf=pass smtp.mailfrom=x@google.com; dkim=none']],
    ['it stands in a comment', ['mx.google.com; dkim=none (dkim=pass header.d=google.com)']],
    [
      'it stands behind a semicolon in a comment',
      ['mx.google.com; dkim=none (a (b); dkim=pass header.d=google.com)'],
    ],
    [
      'the domain is a word of another statement',
      ['mx.google.com; dkim=pass header.d=evil.example; x=header.d=google.com'],
    ],
    ['it stands in the name of the host', ['"mx.google.com; dkim=pass header.d=google.com"']],
  ] as const) {
    it(`is not taken when ${why}`, () => expect(isSignedBy(headers, GOOGLE)).to.be.false);
  }
});
