import { expect } from 'chai';
import type { Clause, PolicyVersion } from './clause.js';
import { differenceOf } from './difference.js';

const clause = (id: string, ...paragraphs: string[]): Clause => ({ id, title: id, promises: [], paragraphs });
const version = (...clauses: Clause[]): PolicyVersion => ({
  ...{ version: '2026-01-01', isMaterial: true, summary: '', clauses },
});

describe('the difference of two policy versions [P18]', () => {
  it('names clauses that came and went by their id', () => {
    const found = differenceOf(version(clause('mail', 'A.')), version(clause('cookies', 'B.')));
    expect(found.added.map(({ id }) => id)).to.deep.equal(['cookies']);
    expect(found.removed.map(({ id }) => id)).to.deep.equal(['mail']);
    expect(found.changed).to.deep.equal([]);
  });

  it('is empty for one and the same text, wherever its clauses stand', () => {
    const [mail, cookies] = [clause('mail', 'A. B.'), clause('cookies', 'C.')];
    const found = differenceOf(version(mail, cookies), version(cookies, mail));
    expect(found).to.deep.equal({ added: [], changed: [], removed: [] });
  });

  it('tells a changed clause sentence by sentence', () => {
    const before = clause('mail', 'We send news. You can stop it.', 'It costs nothing.');
    const after = clause('mail', 'We send news. One click stops it.', 'It costs nothing. It is short.');
    const [change] = differenceOf(version(before), version(after)).changed;
    expect(change?.pieces).to.deep.equal([
      { fate: 'kept', text: 'We send news.' },
      { fate: 'removed', text: 'You can stop it.' },
      { fate: 'added', text: 'One click stops it.' },
      { fate: 'kept', text: 'It costs nothing.' },
      { fate: 'added', text: 'It is short.' },
    ]);
  });

  it('takes the lines of a list as they are', () => {
    const before = { ...clause('keys', 'These:'), list: ['a: one. Until then.', 'b: two.'] };
    const after = { ...before, list: ['b: two.', 'c: three.'] };
    const [change] = differenceOf(version(before), version(after)).changed;
    expect(change?.pieces).to.deep.equal([
      { fate: 'kept', text: 'These:' },
      { fate: 'removed', text: 'a: one. Until then.' },
      { fate: 'kept', text: 'b: two.' },
      { fate: 'added', text: 'c: three.' },
    ]);
  });

  it('notices a new heading', () => {
    const before = clause('mail', 'A.');
    const found = differenceOf(version(before), version({ ...before, title: 'Letters' }));
    expect(found.changed.map(({ from, to }) => [from.title, to.title])).to.deep.equal([['mail', 'Letters']]);
  });

  it('puts both texts together again', () => {
    const words = ['A.', 'B.', 'C.', 'D.', 'E.'];
    const some = (seed: number): string[] => words.filter((_word, at) => ((seed >> at) & 1) === 1);
    for (let seed = 0; seed < 1024; seed += 1) {
      const [old, fresh] = [some(seed & 31), some(seed >> 5)];
      const [change] = differenceOf(version(clause('x', ...old)), version(clause('x', ...fresh))).changed;
      const told = (gone: string): string[] | undefined =>
        change?.pieces.filter(({ fate }) => fate !== gone).map(({ text }) => text);
      if (old.join() === fresh.join()) expect(change).to.equal(undefined);
      else expect([told('added'), told('removed')]).to.deep.equal([old, fresh]);
    }
  });
});
