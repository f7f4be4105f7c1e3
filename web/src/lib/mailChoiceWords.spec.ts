import { expect } from 'chai';
import { choiceWords } from './mailChoiceWords.js';

describe('the words of a choice', () => {
  it('say since when it holds', () => {
    expect(choiceWords({ given: true, sinceMs: Date.UTC(2026, 2, 5, 12) })).to.equal(
      'On since March 5, 2026.',
    );
  });

  it('say what off means, and name no day where nothing was ever chosen', () => {
    expect(choiceWords({ given: false, sinceMs: null })).to.equal(
      'Off. Nothing of this list is sent to you.',
    );
  });
});
