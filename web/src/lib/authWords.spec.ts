import { expect } from 'chai';
import { authWords, codeOf } from './authWords.js';

describe('words for what Firebase Authentication refuses', () => {
  it('does not tell a wrong password from an unknown address', () => {
    const answers = ['auth/wrong-password', 'auth/user-not-found', 'auth/invalid-credential'].map((code) =>
      authWords({ code }),
    );
    expect(new Set(answers).size).to.equal(1);
  });

  it('never shows a code', () => {
    for (const code of ['auth/too-many-requests', 'auth/made-up', 'unknown']) {
      expect(authWords({ code })).not.to.contain('auth/');
    }
  });

  it('passes on the words of a refused call', () => {
    expect(authWords({ code: 'permission-denied', words: 'Your role does not allow this.' })).to.equal(
      'Your role does not allow this.',
    );
  });

  it('has an answer for whatever is thrown', () => {
    expect(authWords(null)).to.match(/went wrong/);
    expect(codeOf('text')).to.equal('unknown');
  });
});
