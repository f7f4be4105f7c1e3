import type { Capability, Role, Sees } from './permissions.js';
import { can, effectiveSees } from './permissions.js';
import { Refusal } from './refusal.js';

/** What a plan needs of a seat; the documents hold more. */
export interface SeatView {
  role: Role;
  sees: Sees;
}

/** Who acts on whom, as one transaction read them; `null`: no seat in this organization. */
export interface SeatAct {
  actorUid: string;
  actor: SeatView | null;
  memberUid: string;
  member: SeatView | null;
  owners: number; // how many seats of the organization are owners'
}

const RANKS: Record<Role, number> = { owner: 3, admin: 2, agent: 1, viewer: 0 };

/** The actor's seat, if it grants the capability. Throws `not-a-member`, `role-does-not-allow`. */
export function grantedSeat(seat: SeatView | null, capability: Capability): SeatView {
  if (!seat) throw new Refusal('permission-denied', 'not-a-member');
  if (!can(seat.role, capability)) throw new Refusal('permission-denied', 'role-does-not-allow');
  return seat;
}

/**
 * The seat a member has after an owner or admin changed it, up to admin. Oneself only downwards, an owner only by
 * themselves and while another owner stays. Throws `role-does-not-allow`, `member-not-found`, `owner-untouchable`,
 * `own-seat`, `last-owner`.
 */
export function planSeatChange(act: SeatAct, wanted: { role: Exclude<Role, 'owner'>; sees: Sees }): SeatView {
  grantedSeat(act.actor, 'member.write');
  const member = seatOfMember(act);
  const isSelf = act.actorUid === act.memberUid;
  if (member.role === 'owner' && !isSelf) throw new Refusal('permission-denied', 'owner-untouchable');
  if (isSelf && RANKS[wanted.role] >= RANKS[member.role]) {
    throw new Refusal('permission-denied', 'own-seat', {
      field: 'role',
      allowed: 'a lower role than your own',
    });
  }
  if (member.role === 'owner') insistOnAnotherOwner(act.owners);
  return { role: wanted.role, sees: effectiveSees(wanted) };
}

/** Throws unless the member may be removed: never an owner, never oneself (that is leaving). */
export function planRemoval(act: SeatAct): void {
  grantedSeat(act.actor, 'member.write');
  const member = seatOfMember(act);
  if (act.actorUid === act.memberUid) {
    throw new Refusal('invalid-argument', 'own-seat', { field: 'memberUid', allowed: 'somebody else' });
  }
  if (member.role === 'owner') throw new Refusal('permission-denied', 'owner-untouchable');
}

/** Throws unless the person has a seat and an owner stays behind. */
export function planLeave({ actor, owners }: Pick<SeatAct, 'actor' | 'owners'>): void {
  if (!actor) throw new Refusal('permission-denied', 'not-a-member');
  if (actor.role === 'owner') insistOnAnotherOwner(owners);
}

/**
 * Both seats after an owner made a member an owner too, and perhaps stepped down to admin. Throws
 * `role-does-not-allow`, `member-not-found`, `own-seat`, `already-owner`.
 */
export function planOwnership(act: SeatAct, stepDown: boolean): { member: SeatView; actor: SeatView } {
  const actor = grantedSeat(act.actor, 'owner.grant');
  const member = seatOfMember(act);
  if (act.actorUid === act.memberUid) {
    throw new Refusal('invalid-argument', 'own-seat', { field: 'memberUid', allowed: 'somebody else' });
  }
  if (member.role === 'owner') throw new Refusal('failed-precondition', 'already-owner');
  return {
    member: { role: 'owner', sees: 'everything' },
    actor: stepDown ? { role: 'admin', sees: 'everything' } : actor,
  };
}

function seatOfMember({ member }: SeatAct): SeatView {
  if (!member) throw new Refusal('not-found', 'member-not-found', { field: 'memberUid' });
  return member;
}

function insistOnAnotherOwner(owners: number): void {
  if (owners < 2) {
    throw new Refusal('failed-precondition', 'last-owner', { allowed: 'make somebody else an owner first' });
  }
}
