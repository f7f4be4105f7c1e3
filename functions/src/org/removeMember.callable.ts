import { planRemoval, removeMemberContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { openSeats } from './openSeats.js';

/** A member's seat ends, never an owner's: from their next request on they are a stranger here. */
export const removeMember = callable(removeMemberContract, async ({ orgId, memberUid }, caller) => {
  await runInTurn(async (tx) => {
    const seats = await openSeats(tx, { orgId, memberUid }, caller);
    planRemoval(seats.act);
    seats.end(memberUid, 'member.remove');
  });
  return {};
});
