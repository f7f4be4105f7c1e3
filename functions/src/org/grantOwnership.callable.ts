import { grantOwnershipContract, planOwnership } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { openSeats } from './openSeats.js';

/** A member becomes an owner too; the caller steps down in the same transaction if they want to. */
export const grantOwnership = callable(
  grantOwnershipContract,
  async ({ orgId, memberUid, stepDown }, caller) => {
    await runInTurn(async (tx) => {
      const seats = await openSeats(tx, { orgId, memberUid }, caller);
      const { member, actor } = planOwnership(seats.act, stepDown);
      seats.change(memberUid, member, 'owner.grant');
      if (stepDown) seats.change(caller.uid, actor, 'member.role');
    });
    return {};
  },
);
