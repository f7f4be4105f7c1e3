import { expect } from 'chai';
import { activeWords } from './activeWords.js';

const NOW = Date.parse('2026-11-25T12:00:00');
const ago = (days: number) => ({ toMillis: () => NOW - days * 86_400_000 });

describe('when a member was last active', () => {
  it('is told by the day', () => {
    expect(activeWords(ago(0), NOW)).to.equal('Active today');
    expect(activeWords(ago(1), NOW)).to.equal('Active yesterday');
    expect(activeWords(ago(3), NOW)).to.equal('Active Sun');
    expect(activeWords(ago(20), NOW)).to.equal('Active Nov 5');
  });

  it('is not known of a member who has not come yet', () => {
    expect(activeWords(null, NOW)).to.equal('Not active yet');
    expect(activeWords(undefined, NOW)).to.equal('Not active yet');
  });
});
