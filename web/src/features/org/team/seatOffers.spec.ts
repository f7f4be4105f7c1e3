import type { Role, SeatAct } from '@leadpulse/model';
import { ROLES } from '@leadpulse/model';
import { expect } from 'chai';
import { seatDifference, seatOffers } from './seatOffers.js';

const seat = (role: Role, sees: 'everything' | 'assigned' = 'everything') => ({ role, sees });
const act = (actor: Role, member: Role, more: Partial<SeatAct> = {}): SeatAct => ({
  actorUid: 'a',
  actor: seat(actor),
  memberUid: 'm',
  member: seat(member),
  owners: 2,
  ...more,
});
const own = (role: Role, owners: number): SeatAct => act(role, role, { memberUid: 'a', owners });
const NOTHING = { roles: [], canMakeOwner: false, canRemove: false, canLeave: false };

describe('what the team screen offers', () => {
  it('is nothing to agents and viewers but leaving', () => {
    for (const role of ['agent', 'viewer'] as const) {
      for (const member of ROLES) expect(seatOffers(act(role, member))).to.deep.equal(NOTHING);
      expect(seatOffers(own(role, 1))).to.deep.equal({ ...NOTHING, canLeave: true });
    }
  });

  it('is nothing on another owner’s seat, whoever looks', () => {
    for (const role of ROLES) expect(seatOffers(act(role, 'owner'))).to.deep.equal(NOTHING);
  });

  it('lets owners and admins give every role up to admin, and only owners make owners', () => {
    for (const role of ['owner', 'admin'] as const) {
      expect(seatOffers(act(role, 'agent'))).to.deep.equal({
        roles: ['admin', 'agent', 'viewer'],
        canMakeOwner: role === 'owner',
        canRemove: true,
        canLeave: false,
      });
    }
  });

  it('lets people change themselves downwards only, and the last owner not at all', () => {
    expect(seatOffers(own('admin', 1))).to.deep.include({ roles: ['agent', 'viewer'], canLeave: true });
    expect(seatOffers(own('owner', 2))).to.deep.include({
      roles: ['admin', 'agent', 'viewer'],
      canLeave: true,
      canRemove: false,
    });
    expect(seatOffers(own('owner', 1))).to.deep.equal(NOTHING);
  });
});

describe('the difference a changed seat makes', () => {
  it('names what is lost and what is gained', () => {
    expect(seatDifference(seat('agent'), seat('viewer'))).to.deep.equal({
      gains: [],
      losses: ['Send messages', 'Add and edit contacts, write notes, assign, snooze'],
    });
    expect(seatDifference(seat('viewer', 'assigned'), seat('agent')).gains).to.include.members([
      'Send messages',
      'See all leads',
    ]);
  });

  it('counts owners and admins as seeing everything, whatever the seat says', () => {
    expect(seatDifference(seat('admin', 'assigned'), seat('agent', 'assigned')).losses).to.include(
      'See leads that are not assigned to them',
    );
    expect(seatDifference(seat('owner'), seat('admin', 'assigned')).losses).not.to.include(
      'See leads that are not assigned to them',
    );
  });

  it('is none where nothing changes', () => {
    for (const role of ROLES)
      expect(seatDifference(seat(role), seat(role))).to.deep.equal({ gains: [], losses: [] });
  });
});
