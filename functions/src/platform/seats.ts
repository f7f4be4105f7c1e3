import type { Capability, Member } from '@leadpulse/model';
import { can, memberSchema, Refusal } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { memberRef } from './refs.js';

/** A seat as it is, perhaps closed; null where there is none. */
export async function readSeat(tx: Transaction, orgId: string, uid: string): Promise<Member | null> {
  const snapshot = await tx.get(memberRef(orgId, uid));
  return snapshot.exists ? memberSchema.parse(snapshot.data()) : null;
}

/** A seat that can grant something: there is one, and its organization was not deleted. */
export function openSeat(seat: Member | null): Member {
  if (!seat) throw new Refusal('permission-denied', 'not-a-member');
  if (seat.isClosed) throw new Refusal('failed-precondition', 'org-closed');
  return seat;
}

/** The caller's seat, read in the transaction of the act: the membership document is the truth, not a claim. */
export async function requireSeat(
  tx: Transaction,
  orgId: string,
  uid: string,
  capability: Capability,
): Promise<Member> {
  const seat = openSeat(await readSeat(tx, orgId, uid));
  if (!can(seat.role, capability)) throw new Refusal('permission-denied', 'role-does-not-allow');
  return seat;
}
