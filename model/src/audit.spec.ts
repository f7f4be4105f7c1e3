import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { AuditEntry, AuditNote } from './audit.js';
import { auditEntryId, chainText, EMPTY_AUDIT_HEAD, followChain, nextEntry } from './audit.js';
import { brokenEnd } from './hashChain.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = (ms: number) => ({ toMillis: () => ms });

function note(target: string): AuditNote {
  const after = { role: 'agent', sees: 'assigned' };
  return { actor: 'olivia', action: 'member.role', target, at: at(5), origin: null, before: null, after };
}

function chain(...targets: string[]): AuditEntry[] {
  let head: Pick<AuditEntry, 'sequence' | 'hash'> = EMPTY_AUDIT_HEAD;
  return targets.map((target) => {
    const entry = nextEntry(head, note(target), digest);
    head = entry;
    return entry;
  });
}

describe('the chain of the audit log', () => {
  const entries = chain('a', 'b', 'c');
  const follow = (list: AuditEntry[]) => followChain(EMPTY_AUDIT_HEAD, list, digest);

  it('fits when nothing was touched, and ends in the last entry', () => {
    expect(follow(entries)).to.deep.equal({ sequence: 3, hash: entries[2]?.hash, brokenAt: null });
  });

  it('can be followed piece by piece', () => {
    const half = follow(entries.slice(0, 2));
    expect(followChain(half, entries.slice(2), digest)).to.deep.equal(follow(entries));
  });

  for (const [what, change] of Object.entries<Partial<AuditEntry>>({
    'another actor': { actor: 'mallory' },
    'another action': { action: 'member.remove' },
    'another target': { target: 'x' },
    'another time': { at: at(6) },
    'another origin': { origin: { network: '203.0.113.0/24', browser: 'Chrome' } },
    'another change': { after: { role: 'admin', sees: 'everything' } },
    'another number': { sequence: 7 },
    'another hash': { hash: 'f'.repeat(64) },
    'another hash before': { previousHash: 'f'.repeat(64) },
  })) {
    it(`breaks at the second entry when it is given ${what}`, () => {
      const [first, second, third] = entries as [AuditEntry, AuditEntry, AuditEntry];
      expect(follow([first, { ...second, ...change }, third]).brokenAt).to.equal(2);
    });
  }

  it('breaks where an entry is missing, doubled or moved', () => {
    const [first, second, third] = entries as [AuditEntry, AuditEntry, AuditEntry];
    expect(follow([first, third]).brokenAt).to.equal(2);
    expect(follow([second, third]).brokenAt).to.equal(1);
    expect(follow([first, first, second]).brokenAt).to.equal(2);
    expect(follow([first, third, second]).brokenAt).to.equal(2);
  });

  it('breaks when an entry is written anew with a hash that fits itself', () => {
    const [first, second, third] = entries as [AuditEntry, AuditEntry, AuditEntry];
    const forged = nextEntry(first, { ...second, target: 'x' }, digest);
    expect(follow([first, forged, third]).brokenAt).to.equal(3);
  });

  it('does not mind the order in which a map keeps its keys', () => {
    const [first] = entries as [AuditEntry];
    expect(chainText({ ...first, after: { sees: 'assigned', role: 'agent' } })).to.equal(chainText(first));
  });

  it('ids sort as the entries follow each other', () => {
    expect([auditEntryId(10), auditEntryId(9), auditEntryId(1)].sort()).to.deep.equal([
      '000000001',
      '000000009',
      '000000010',
    ]);
  });
});

describe('the head of the chain', () => {
  const head = { sequence: 3, hash: 'c' };

  it('fits where the chain ends in it, and where there is nothing yet', () => {
    expect(brokenEnd({ sequence: 3, hash: 'c' }, head)).to.equal(null);
    expect(brokenEnd(EMPTY_AUDIT_HEAD, EMPTY_AUDIT_HEAD)).to.equal(null);
  });

  const ends: [string, { sequence: number; hash: string }, number][] = [
    ['a cut end at the first entry that is missing', { sequence: 1, hash: 'a' }, 2],
    ['an end that grew at the first entry too many', { sequence: 5, hash: 'e' }, 4],
    ['another last entry at that entry', { sequence: 3, hash: 'x' }, 3],
    ['a log that is gone at its first entry', EMPTY_AUDIT_HEAD, 1],
  ];
  for (const [what, reached, brokenAt] of ends) {
    it(`shows ${what}`, () => {
      expect(brokenEnd(reached, head)).to.equal(brokenAt);
    });
  }
});
