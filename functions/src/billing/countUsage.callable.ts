import { countUsageContract, monthOf } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { requireSeat } from '../platform/seats.js';
import { countUse } from './countUse.js';

/** Counts what the organization uses of its plan, for an owner or admin. */
export const countUsage = callable(countUsageContract, async ({ orgId }, caller) => {
  await db().runTransaction((tx) => requireSeat(tx, orgId, caller.uid, 'usage.read'), { readOnly: true });
  const nowMs = Date.now();
  return { month: monthOf(nowMs), ...(await countUse(orgId, nowMs)) };
});
