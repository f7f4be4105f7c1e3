import { expect } from 'chai';
import type { SeatAtErasure } from './erasurePlan.js';
import { planAccountErasure } from './erasurePlan.js';
import { Refusal } from './refusal.js';

const NOW = 1_800_000_000_000;
const MINUTE_MS = 60_000;

function seat(more: Partial<SeatAtErasure>): SeatAtErasure {
  return { orgId: 'o1', role: 'agent', isClosed: false, members: 3, owners: 1, ...more };
}

function plan(seats: SeatAtErasure[], more: Partial<Parameters<typeof planAccountErasure>[0]> = {}) {
  const who = { email: 'ann@people.example', confirmEmail: 'ann@people.example' };
  return planAccountErasure({ seats, ...who, signedInAtMs: NOW - MINUTE_MS, nowMs: NOW, ...more });
}

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return 'none';
}

describe('the plan of an account’s erasure', () => {
  it('leaves organizations with others, and takes those with nobody else along', () => {
    const seats = [
      seat({ orgId: 'team' }),
      seat({ orgId: 'shared', role: 'owner', owners: 2 }),
      seat({ orgId: 'alone', role: 'owner', members: 1 }),
    ];
    expect(plan(seats)).to.deep.equal({ leave: ['team', 'shared'], purge: ['alone'], owned: ['shared'] });
  });

  it('takes an account without any organization', () => {
    expect(plan([])).to.deep.equal({ leave: [], purge: [], owned: [] });
  });

  it('refuses the last owner among others', () => {
    expect(refusalOf(() => plan([seat({ role: 'owner' })]))).to.equal('last-owner');
  });

  it('does not ask for another owner of an organization that was deleted already', () => {
    expect(plan([seat({ role: 'owner', isClosed: true })]).leave).to.deep.equal(['o1']);
  });

  it('wants the address letter for letter, whatever its case', () => {
    expect(refusalOf(() => plan([], { confirmEmail: 'ann@people.exampl' }))).to.equal('email-differs');
    expect(plan([], { confirmEmail: ' Ann@People.example ' }).leave).to.deep.equal([]);
  });

  it('wants a sign-in of the last five minutes', () => {
    expect(plan([], { signedInAtMs: NOW - 5 * MINUTE_MS }).purge).to.deep.equal([]);
    expect(refusalOf(() => plan([], { signedInAtMs: NOW - 5 * MINUTE_MS - 1 }))).to.equal(
      'sign-in-not-fresh',
    );
    expect(refusalOf(() => plan([], { signedInAtMs: Number.NaN }))).to.equal('sign-in-not-fresh');
  });
});
