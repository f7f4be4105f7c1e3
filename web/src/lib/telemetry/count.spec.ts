import { expect } from 'chai';
import { count, countIn, takeUses } from './count.js';

describe('counting uses in memory', () => {
  afterEach(() => countIn(null));

  it('adds up nothing at all while it is off', () => {
    count('note.add');
    expect(takeUses()).to.deep.equal([]);
    countIn('o1');
    expect(takeUses()).to.deep.equal([]);
  });

  it('adds up each feature in the organization where it was used', () => {
    countIn('o1');
    count('note.add');
    count('note.add');
    countIn('o2');
    count('note.add');
    expect(takeUses()).to.deep.equal([
      { orgId: 'o1', counts: { 'note.add': 2 } },
      { orgId: 'o2', counts: { 'note.add': 1 } },
    ]);
  });

  it('gives each use away once, and goes on in the same place', () => {
    countIn('o1');
    count('note.add');
    takeUses();
    count('keys.help');
    expect(takeUses()).to.deep.equal([{ orgId: 'o1', counts: { 'keys.help': 1 } }]);
  });

  it('forgets what was not told yet when it is switched off', () => {
    countIn('o1');
    count('note.add');
    countIn(null);
    countIn('o1');
    expect(takeUses()).to.deep.equal([]);
  });
});
