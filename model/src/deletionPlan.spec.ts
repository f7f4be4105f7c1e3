import { expect } from 'chai';
import { planDeletion, planRestoring, waitsForProviders } from './deletionPlan.js';
import { ROLES, type Role } from './permissions.js';
import { Refusal } from './refusal.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const seat = (role: Role) => ({ role, sees: 'everything' }) as const;

function reasonOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return 'done';
}

describe('the deletion of an organization', () => {
  const asked = {
    actor: seat('owner'),
    orgName: 'Harbor Realty',
    confirmName: 'Harbor Realty',
    signedInAtMs: NOW - MINUTE,
    nowMs: NOW,
  };

  it('is for good after seven days', () => {
    expect(planDeletion(asked)).to.deep.equal({ purgeAtMs: NOW + 7 * DAY });
  });

  const cases: [string, Partial<Parameters<typeof planDeletion>[0]>, string][] = [
    ['takes a sign-in five minutes ago', { signedInAtMs: NOW - 5 * MINUTE }, 'done'],
    ['refuses a sign-in a millisecond older', { signedInAtMs: NOW - 5 * MINUTE - 1 }, 'sign-in-not-fresh'],
    ['refuses a sign-in that is not told', { signedInAtMs: NaN }, 'sign-in-not-fresh'],
    ['refuses a name in another case', { confirmName: 'harbor realty' }, 'name-differs'],
    ['refuses a name with a space behind it', { confirmName: 'Harbor Realty ' }, 'name-differs'],
    ['refuses no name', { confirmName: '' }, 'name-differs'],
    ['refuses a stranger before anything else', { actor: null, confirmName: '' }, 'not-a-member'],
  ];
  for (const [title, changes, reason] of cases) {
    it(title, () => {
      expect(reasonOf(() => planDeletion({ ...asked, ...changes }))).to.equal(reason);
    });
  }

  for (const role of ROLES) {
    it(`is ${role === 'owner' ? 'granted' : 'refused'} to the role ${role}, and so is the way back`, () => {
      const expected = role === 'owner' ? 'done' : 'role-does-not-allow';
      const actor = seat(role);
      expect(reasonOf(() => planDeletion({ ...asked, actor }))).to.equal(expected);
      expect(reasonOf(() => planRestoring({ actor, purgeAtMs: NOW + 1, nowMs: NOW }))).to.equal(expected);
    });
  }
});

describe('the way back of a deleted organization', () => {
  const cases: [string, number | null, string][] = [
    ['is open until the last millisecond', NOW + 1, 'done'],
    ['is closed from the moment of the purge on', NOW, 'restore-too-late'],
    ['is none for an organization that was not deleted', null, 'org-not-deleted'],
  ];
  for (const [title, purgeAtMs, reason] of cases) {
    it(title, () => {
      const act = () => planRestoring({ actor: seat('owner'), purgeAtMs, nowMs: NOW });
      expect(reasonOf(act)).to.equal(reason);
    });
  }
});

describe('the purge of an organization', () => {
  it('waits some hours for a provider that does not answer, and not for ever', () => {
    const hoursMs = 60 * 60_000;
    expect(waitsForProviders(NOW, NOW)).to.equal(true);
    expect(waitsForProviders(NOW, NOW + 5 * hoursMs)).to.equal(true);
    expect(waitsForProviders(NOW, NOW + 6 * hoursMs)).to.equal(false);
  });
});
