import {
  GIVEN_ROLES,
  Refusal,
  can,
  effectiveSees,
  planLeave,
  planOwnership,
  planRemoval,
  planSeatChange,
} from '@leadpulse/model';
import type { Role, SeatAct, SeatView } from '@leadpulse/model';
import { CAPABILITY_WORDS } from '../../../lib/roleWords.js';

export type GivenRole = (typeof GIVEN_ROLES)[number];

/** What a member's row offers to the person who looks at it. */
export interface SeatOffers {
  roles: GivenRole[]; // that the member can be given; none: the seat cannot be changed
  canMakeOwner: boolean;
  canRemove: boolean;
  canLeave: boolean; // only one's own seat
}

/** Follows the same plans as the functions, so that nothing is offered that would be refused. */
export function seatOffers(act: SeatAct): SeatOffers {
  const isSelf = act.actorUid === act.memberUid;
  const sees = act.member?.sees ?? 'everything';
  return {
    roles: GIVEN_ROLES.filter((role) => isGranted(() => planSeatChange(act, { role, sees }))),
    canMakeOwner: isGranted(() => planOwnership(act, false)),
    canRemove: isGranted(() => planRemoval(act)),
    canLeave: isSelf && isGranted(() => planLeave(act)),
  };
}

function isGranted(plan: () => unknown): boolean {
  try {
    plan();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** What a member can do after a change and could not before, and the other way round, in words. */
export function seatDifference(from: SeatView, to: SeatView): { gains: string[]; losses: string[] } {
  const between = (less: Role, more: Role): string[] =>
    CAPABILITY_WORDS.filter(({ capability }) => can(more, capability) && !can(less, capability)).map(
      ({ words }) => words,
    );
  const gains = between(from.role, to.role);
  const losses = between(to.role, from.role);
  const before = effectiveSees(from);
  const after = effectiveSees(to);
  if (before === 'assigned' && after === 'everything') gains.push('See all leads');
  if (before === 'everything' && after === 'assigned') losses.push('See leads that are not assigned to them');
  return { gains, losses };
}
