import { leaveOrgContract, planLeave } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { openSeats } from './openSeats.js';

/** A person gives up their own seat; the last owner stays. */
export const leaveOrg = callable(leaveOrgContract, async ({ orgId }, caller) => {
  await runInTurn(async (tx) => {
    const seats = await openSeats(tx, { orgId, memberUid: caller.uid }, caller);
    planLeave(seats.act);
    seats.end(caller.uid, 'member.leave');
  });
  return {};
});
