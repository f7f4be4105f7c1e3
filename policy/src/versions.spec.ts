import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { PROMISE_IDS } from './clause.js';
import { SUPPORT_ADDRESS } from './contact.js';
import { differenceOf } from './difference.js';
import { POLICY_VERSION } from './version.js';
import { CURRENT_POLICY, POLICY_VERSIONS, policyOf } from './versions.js';

/** What stood in a version once a later one was published; people agreed to exactly that. */
const PUBLISHED = {
  '2026-11-25': 'e1bc238474ebb4be62abd00ff39c6ca8193fc99394d465afb95173605e591822',
};

describe('the versions of the policy [P18]', () => {
  it('begin with the one in force, and go back day by day', () => {
    const days = POLICY_VERSIONS.map(({ version }) => version);
    expect(days[0]).to.equal(POLICY_VERSION);
    expect(CURRENT_POLICY.version).to.equal(POLICY_VERSION);
    expect(days).to.deep.equal([...new Set(days)].sort().reverse());
    for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).to.equal(day);
  });

  it('are found by their day', () => {
    for (const each of POLICY_VERSIONS) expect(policyOf(each.version)).to.equal(each);
    expect(policyOf('2020-01-01')).to.equal(null);
  });

  it('are never rewritten once there is a later one', () => {
    const hashes = POLICY_VERSIONS.slice(1).map((each) => [
      each.version,
      createHash('sha256').update(JSON.stringify(each)).digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).to.deep.equal(PUBLISHED);
  });

  for (const { version, clauses, summary } of POLICY_VERSIONS) {
    it(`of ${version} say every promise, each clause under an id of its own`, () => {
      const ids = clauses.map(({ id }) => id);
      expect(ids).to.deep.equal([...new Set(ids)]);
      for (const id of ids) expect(id).to.match(/^[a-z]+(-[a-z]+)*$/);
      const stated = new Set(clauses.flatMap(({ promises }) => promises));
      expect(PROMISE_IDS.filter((id) => !stated.has(id))).to.deep.equal([]);
      expect(summary).not.to.equal('');
      for (const { id, promises, paragraphs } of clauses) {
        expect(promises, id).not.to.be.empty;
        expect(paragraphs.join('').length, id).to.be.greaterThan(20);
      }
    });
  }

  it('differ, or a notice would show nothing', () => {
    POLICY_VERSIONS.slice(1).forEach((earlier, at) => {
      const later = POLICY_VERSIONS[at];
      const { added, changed, removed } = differenceOf(earlier, later ?? earlier);
      expect(added.length + changed.length + removed.length).to.be.greaterThan(0);
    });
  });

  it('give the address to write to [P19]', () => {
    expect(JSON.stringify(CURRENT_POLICY.clauses)).to.include(SUPPORT_ADDRESS);
  });
});
