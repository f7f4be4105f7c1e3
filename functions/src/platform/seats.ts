import type { Capability, Member } from '@leadpulse/model';
import { can, memberSchema, Refusal } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { memberRef } from './refs.js';

/** The caller's seat, read in the transaction of the act: the membership document is the truth, not a claim. */
export async function requireSeat(
  tx: Transaction,
  orgId: string,
  uid: string,
  capability: Capability,
): Promise<Member> {
  const snapshot = await tx.get(memberRef(orgId, uid));
  if (!snapshot.exists) throw new Refusal('permission-denied', 'not-a-member');
  const seat = memberSchema.parse(snapshot.data());
  if (!can(seat.role, capability)) throw new Refusal('permission-denied', 'role-does-not-allow');
  return seat;
}
