import { expect } from 'chai';
import type { Capability, Role, Sees } from './permissions.js';
import { can, ROLES } from './permissions.js';
import { Refusal } from './refusal.js';
import { planLeave, planOwnership, planRemoval, planSeatChange, type SeatAct } from './seatPlan.js';

const GIVEN = ['admin', 'agent', 'viewer'] as const;
const RANK: Record<Role, number> = { owner: 3, admin: 2, agent: 1, viewer: 0 };

const seat = (role: Role, sees: Sees = 'everything') => ({ role, sees });

function actOf(actor: Role | null, member: Role | null, changes: Partial<SeatAct> = {}): SeatAct {
  return {
    actorUid: 'ada',
    actor: actor && seat(actor),
    memberUid: 'ben',
    member: member && seat(member),
    owners: 2,
    ...changes,
  };
}

/** The same person on both sides. */
function selfOf(role: Role | null, owners = 2): SeatAct {
  return actOf(role, role, { memberUid: 'ada', owners });
}

function outcomeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return 'done';
}

/** What the design says of one person changing another: the capability, and never an owner. */
function expected(actor: Role | null, member: Role | null, capability: Capability): string {
  if (actor === null) return 'not-a-member';
  if (!can(actor, capability)) return 'role-does-not-allow';
  if (member === null) return 'member-not-found';
  return member === 'owner' ? 'owner-untouchable' : 'done';
}

describe('a change of a seat', () => {
  for (const actor of [...ROLES, null]) {
    for (const member of [...ROLES, null]) {
      const names = [actor ?? 'stranger', member ?? 'stranger'] as const;

      it(`by ${names[0]} of ${names[1]} gives each role, or none, as the table says`, () => {
        for (const role of GIVEN) {
          const outcome = outcomeOf(() => planSeatChange(actOf(actor, member), { role, sees: 'assigned' }));
          expect(outcome).to.equal(expected(actor, member, 'member.write'));
        }
      });

      it(`by ${names[0]} that removes ${names[1]} is as the table says`, () => {
        const outcome = outcomeOf(() => planRemoval(actOf(actor, member)));
        expect(outcome).to.equal(expected(actor, member, 'member.write'));
      });

      it(`by ${names[0]} that makes ${names[1]} an owner is as the table says`, () => {
        const outcome = outcomeOf(() => planOwnership(actOf(actor, member), false));
        const answer = expected(actor, member, 'owner.grant');
        expect(outcome).to.equal(answer === 'owner-untouchable' ? 'already-owner' : answer);
      });
    }
  }

  it('stores an admin as seeing everything, an agent as was asked for', () => {
    const by = actOf('owner', 'viewer');
    expect(planSeatChange(by, { role: 'admin', sees: 'assigned' })).to.deep.equal(seat('admin'));
    expect(planSeatChange(by, { role: 'agent', sees: 'assigned' })).to.deep.equal(seat('agent', 'assigned'));
  });

  for (const role of ['owner', 'admin'] as const) {
    for (const wanted of GIVEN) {
      const isLower = RANK[wanted] < RANK[role];
      it(`of one's own from ${role} to ${wanted} is ${isLower ? 'done' : 'refused'}`, () => {
        const outcome = outcomeOf(() => planSeatChange(selfOf(role), { role: wanted, sees: 'everything' }));
        expect(outcome).to.equal(isLower ? 'done' : 'own-seat');
      });
    }
  }

  it('never ends the last owner, by stepping down or by leaving', () => {
    const alone = selfOf('owner', 1);
    expect(outcomeOf(() => planSeatChange(alone, { role: 'admin', sees: 'everything' }))).to.equal(
      'last-owner',
    );
    expect(outcomeOf(() => planLeave(alone))).to.equal('last-owner');
    expect(outcomeOf(() => planLeave(selfOf('owner', 2)))).to.equal('done');
  });

  it('lets everybody else leave, and no stranger', () => {
    for (const role of ['admin', 'agent', 'viewer'] as const) {
      expect(outcomeOf(() => planLeave(selfOf(role, 1)))).to.equal('done');
    }
    expect(outcomeOf(() => planLeave(selfOf(null)))).to.equal('not-a-member');
  });

  it('is not for oneself where that is another act', () => {
    expect(outcomeOf(() => planRemoval(selfOf('admin')))).to.equal('own-seat');
    expect(outcomeOf(() => planOwnership(selfOf('owner'), true))).to.equal('own-seat');
  });

  it('hands over by stepping down to admin, or shares', () => {
    const by = actOf('owner', 'viewer');
    expect(planOwnership(by, true)).to.deep.equal({ member: seat('owner'), actor: seat('admin') });
    expect(planOwnership(by, false)).to.deep.equal({ member: seat('owner'), actor: seat('owner') });
  });
});
