import { planSeatChange, setMemberRoleContract } from '@leadpulse/model';
import { isDeepStrictEqual } from 'node:util';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { openSeats } from './openSeats.js';

/** A role changes in one transaction with its audit entry; the last owner stays. Twice is once. */
export const setMemberRole = callable(
  setMemberRoleContract,
  async ({ orgId, memberUid, role, sees }, caller) => {
    await runInTurn(async (tx) => {
      const seats = await openSeats(tx, { orgId, memberUid }, caller);
      const seat = planSeatChange(seats.act, { role, sees });
      if (!isDeepStrictEqual(seat, seats.act.member)) seats.change(memberUid, seat, 'member.role');
    });
    return {};
  },
);
