import { expect } from 'chai';
import { STORED, storedLine, storedThing } from './storage.js';
import { CURRENT_POLICY } from './versions.js';

describe('the list of what a browser keeps [P5]', () => {
  it('names each thing once, with its purpose and its life in a sentence', () => {
    expect(new Set(STORED.map(({ place, key }) => `${place} ${key}`)).size).to.equal(STORED.length);
    for (const { key, purpose, life } of STORED) {
      for (const words of [purpose, life]) expect(words, key).to.match(/^[A-Z].*\.$/);
    }
  });

  it('stands in the policy in force, line by line [P5]', () => {
    const clause = CURRENT_POLICY.clauses.find(({ id }) => id === 'storage');
    expect(clause?.list).to.deep.equal(STORED.map(storedLine));
  });

  it('knows a key by its name, or by its beginning where the rest differs', () => {
    expect(storedThing('sessionStorage', 'draft:u:o:c')?.key).to.equal('draft:*');
    expect(storedThing('localStorage', 'leadpulse-scheme')?.isNeeded).to.equal(true);
    expect(storedThing('localStorage', 'leadpulse-sent-counts')?.isNeeded).to.equal(false);
  });

  it('does not know a key in another place, a longer one, or one of nobody', () => {
    expect(storedThing('sessionStorage', 'leadpulse-scheme')).to.equal(undefined);
    expect(storedThing('localStorage', 'leadpulse-scheme-2')).to.equal(undefined);
    expect(storedThing('localStorage', 'draft:u:o:c')).to.equal(undefined);
    expect(storedThing('cookie', '_ga')).to.equal(undefined);
  });
});
