import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Disclosure, DisclosureNote } from './disclosure.js';
import { brokenDisclosure, disclosureId, disclosureSchema, nextDisclosure } from './disclosure.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = (ms: number) => ({ toMillis: () => ms });
const NOTE: DisclosureNote = {
  at: at(1_000),
  receivedOn: '2026-11-02',
  authority: 'District Court of Springfield',
  country: 'US',
  law: '18 U.S.C. 2703(d)',
  reference: 'SC-1207',
  subjects: [digest('user/u1')],
  outcome: 'given',
  given: ['account'],
  told: 'told',
  decidedBy: 'Dana Reyes',
};

function log(...notes: Partial<DisclosureNote>[]): Disclosure[] {
  const entries: Disclosure[] = [];
  for (const note of notes)
    entries.push(nextDisclosure(entries.at(-1) ?? null, { ...NOTE, ...note }, digest));
  return entries;
}

describe('the log of disclosures [P13]', () => {
  it('counts its entries and chains them', () => {
    const [first, second] = log({}, { reference: 'SC-1208' });
    expect(first).to.include({ sequence: 1, previousHash: '' });
    expect(second).to.include({ sequence: 2, previousHash: first?.hash });
    expect(brokenDisclosure(log({}, {}, {}), digest)).to.equal(null);
    expect(disclosureId(12)).to.equal('000012');
  });

  const changes: [what: string, change: Partial<Disclosure>][] = [
    ['day', { receivedOn: '2026-11-03' }],
    ['moment', { at: at(1_001) }],
    ['authority', { authority: 'Somebody else' }],
    ['outcome', { outcome: 'refused' }],
    ['list of what was given', { given: [] }],
    ['subjects', { subjects: [] }],
    ['law', { law: 'None' }],
    ['decider', { decidedBy: 'Nobody' }],
  ];
  for (const [what, change] of changes) {
    it(`shows that the ${what} of an entry was changed later`, () => {
      const entries = log({}, {}, {});
      const changed = entries.map((entry, index) => (index === 1 ? { ...entry, ...change } : entry));
      expect(brokenDisclosure(changed, digest)).to.equal(2);
    });
  }

  it('shows that an entry was removed or slipped in', () => {
    const [first, second, third] = log({}, { reference: 'b' }, { reference: 'c' });
    expect(brokenDisclosure([first!, third!], digest)).to.equal(2);
    expect(brokenDisclosure([first!, second!, second!, third!], digest)).to.equal(3);
  });

  it('takes no entry whose outcome and gift do not go together', () => {
    expect(() => log({ given: [] })).to.throw('--given');
    expect(() => log({ outcome: 'refused' })).to.throw('--given');
    expect(log({ outcome: 'nothing-held', given: [] })).to.have.length(1);
  });

  it('has no place for a name or an address of whom it is about', () => {
    const [entry] = log({});
    expect(disclosureSchema.safeParse(entry).success).to.equal(true);
    for (const subjects of [['ada@example.test'], ['+12025550143'], ['u1']])
      expect(disclosureSchema.safeParse({ ...entry, subjects }).success, subjects[0]).to.equal(false);
    expect(disclosureSchema.safeParse({ ...entry, note: 'about Ada' }).success).to.equal(false);
  });
});
