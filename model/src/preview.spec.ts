import { expect } from 'chai';
import { LIMITS } from './limits.js';
import { previewOf } from './preview.js';

describe('the preview of a message', () => {
  it('puts a short body on one line', () => {
    expect(previewOf('  Hi Ana,\r\n\r\nsee you\tat 5 ')).to.equal('Hi Ana, see you at 5');
  });

  it('keeps a body of exactly the limit and shortens one above it', () => {
    expect(previewOf('a'.repeat(LIMITS.preview))).to.equal('a'.repeat(LIMITS.preview));
    expect(previewOf('a'.repeat(LIMITS.preview + 1))).to.equal(`${'a'.repeat(LIMITS.preview - 1)}…`);
  });

  it('never cuts a surrogate pair in half', () => {
    for (let pad = 0; pad < 4; pad += 1) {
      const preview = previewOf('x'.repeat(pad) + '🏡'.repeat(900));
      expect(preview.length).to.be.at.most(LIMITS.preview);
      expect(preview).to.match(/^x*(?:🏡)+…$/u);
    }
  });

  it('skips over more white space than fits', () => {
    expect(previewOf(`${' \n'.repeat(2_000)}hello`)).to.equal('hello');
  });
});
