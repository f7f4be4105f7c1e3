import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { ConsentNote, ContactConsent } from './consent.js';
import {
  contactConsentSchema,
  headAfterOlder,
  nextConsent,
  olderConsentHash,
  proveConsents,
  recordOptInContract,
  recordOptOutContract,
} from './consent.js';
import type { ChainHead } from './hashChain.js';
import { EMPTY_HEAD } from './hashChain.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const moment = (ms: number) => ({ toMillis: () => ms });

const note = (kind: ConsentNote['kind'], by: string | null = null, ms = 1_000): ConsentNote => ({
  channel: 'sms',
  kind,
  basis: by === null ? 'message' : 'told',
  source: by === null ? 'inbound' : 'call',
  evidence: 'in_1',
  words: 'STOP',
  by,
  at: moment(ms),
});

function chainOf(
  notes: ConsentNote[],
  from: ChainHead = EMPTY_HEAD,
): { entries: ContactConsent[]; head: ChainHead } {
  let head = from;
  const entries = notes.map((each) => {
    const entry = nextConsent(head, each, digest);
    head = { sequence: entry.sequence, hash: entry.hash };
    return entry;
  });
  return { entries, head };
}

const older = (previousHash: string | null, ms: number): ContactConsent => ({
  channel: 'sms',
  kind: 'revoke',
  basis: 'message',
  evidence: `in_${ms}`,
  source: 'inbound',
  at: moment(ms),
  previousHash,
});

describe('the consents of a contact', () => {
  const { entries, head } = chainOf([
    note('revoke'),
    note('grant', 'uid-1'),
    note('doubt'),
    note('keep', 'uid-2'),
  ]);
  const prove = (found: ContactConsent[], end: ChainHead | null = head) => proveConsents(found, end, digest);

  it('are a chain that holds, in whatever order they are found', () => {
    expect(prove([...entries].reverse())).to.deep.include({ isIntact: true, brokenAt: null, withoutHash: 0 });
    expect(prove([...entries].reverse()).entries.map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3, 4]);
    expect(prove([], null)).to.deep.include({ isIntact: true, entries: [] });
  });

  const tampered: [string, (all: ContactConsent[]) => ContactConsent[], number][] = [
    ['a word was changed', (all) => all.map((each, at) => (at === 1 ? { ...each, words: 'Yes' } : each)), 2],
    [
      'an opt-out was made a consent',
      (all) => all.map((each, at) => (at === 0 ? { ...each, kind: 'grant' } : each)),
      1,
    ],
    [
      'the time was changed',
      (all) => all.map((each, at) => (at === 2 ? { ...each, at: moment(9) } : each)),
      3,
    ],
    ['one was taken out', (all) => all.filter((_, at) => at !== 1), 2],
    ['the end was cut off', (all) => all.slice(0, 3), 4],
    ['one was slipped in', (all) => [...all, { ...all[3]!, sequence: 5 }], 5],
    [
      'another member is named',
      (all) => all.map((each, at) => (at === 3 ? { ...each, by: 'uid-9' } : each)),
      4,
    ],
    ['nobody is named', (all) => all.map((each, at) => (at === 3 ? { ...each, by: null } : each)), 4],
  ];
  for (const [title, change, brokenAt] of tampered) {
    it(`show where ${title}`, () => expect(prove(change(entries)).brokenAt).to.equal(brokenAt));
  }

  it('hold after a member was erased from them, whose name alone is gone', () => {
    const erased = entries.map((each) => (each.by === 'uid-1' ? { ...each, by: 'former_abc' } : each));
    expect(prove(erased).isIntact).to.equal(true);
    expect(prove(entries.map((each) => ({ ...each, by: each.by ?? 'former_abc' }))).isIntact).to.equal(false);
  });

  it('stand on entries of before they had hashes, which stay as they are', () => {
    const first = older(null, 10);
    const second = older(olderConsentHash(first, digest), 20);
    const rest = chainOf([note('grant', 'uid-1')], headAfterOlder([first, second], digest));
    expect(rest.entries[0]?.sequence).to.equal(3);
    const whole = prove([second, ...rest.entries, first], rest.head);
    expect(whole).to.deep.include({ isIntact: true, withoutHash: 2 });
    expect(prove([first, second], null).isIntact).to.equal(true);
    expect(prove([{ ...first, kind: 'grant' }, second], null).brokenAt).to.equal(2);
    expect(prove([first, ...rest.entries], rest.head).brokenAt).to.equal(2);
    for (const each of whole.entries) contactConsentSchema.parse(each);
  });

  it('are recorded for each channel once, with words, and a consent with more of them', () => {
    const asked = { orgId: 'o', contactId: 'c', toldBy: 'call' };
    const out = (more: object) => recordOptOutContract.input.safeParse({ ...asked, ...more }).success;
    expect(out({ channels: ['sms', 'email'], words: 'On the phone' })).to.equal(true);
    expect(out({ channels: ['sms', 'sms'], words: 'On the phone' })).to.equal(false);
    expect(out({ channels: [], words: 'On the phone' })).to.equal(false);
    expect(out({ channels: ['sms'], words: '  ' })).to.equal(false);
    const grant = { ...asked, channels: ['sms'], words: 'She said yes' };
    expect(recordOptInContract.input.safeParse(grant).success).to.equal(false);
  });
});
