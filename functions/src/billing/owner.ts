import { Refusal } from '@leadpulse/model';
import type { Caller } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { requireSeat } from '../platform/seats.js';
import type { Author, SeenBilling } from './billingPage.js';
import { readBilling } from './billingPage.js';
import { isStripeAway } from './stripeClient.js';

/** Everything of billing is an owner's to do; throws as `requireSeat` does. */
export async function requireOwner(orgId: string, caller: Caller): Promise<void> {
  await db().runTransaction((tx) => requireSeat(tx, orgId, caller.uid, 'billing.write'), { readOnly: true });
}

/** The billing page, for an owner. */
export async function ownersBilling(orgId: string, caller: Caller): Promise<SeenBilling> {
  await requireOwner(orgId, caller);
  const seen = await readBilling(orgId);
  if (!seen) throw new Refusal('permission-denied', 'not-a-member'); // purged meanwhile
  return seen;
}

export function authorOf({ uid, origin }: Caller): Author {
  return { actor: uid, origin };
}

/** Runs calls to Stripe; that it cannot be reached is no fault of the person's, and nothing has changed. */
export async function atStripe<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isStripeAway(error)) throw new Refusal('unavailable', 'billing-unavailable');
    throw error;
  }
}
