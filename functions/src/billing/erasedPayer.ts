import { db } from '../platform/firestore.js';
import { membersOf } from '../platform/refs.js';
import { readBilling } from './billingPage.js';
import { stripe } from './stripeClient.js';

const PAGE = 200;

/** Takes the records of an organization's events away; they would expire by themselves within weeks. */
export async function forgetEvents(orgId: string): Promise<void> {
  const events = db().collection('stripeEvents').where('orgId', '==', orgId).select().limit(PAGE);
  for (;;) {
    const { docs } = await events.get();
    const batch = db().batch();
    for (const { ref } of docs) batch.delete(ref);
    await batch.commit();
    if (docs.length < PAGE) return;
  }
}

/**
 * A customer whose address is that of somebody who is erased gets the address of an owner who stays. Asked again it changes
 * nothing. Throws if Stripe cannot be asked.
 */
export async function passOnCustomer(orgId: string, erased: string): Promise<void> {
  const customerId = (await readBilling(orgId))?.state.customerId ?? null;
  if (customerId === null) return;
  const { customers } = await stripe();
  const customer = await customers.retrieve(customerId);
  if (customer.deleted === true || customer.email?.toLowerCase() !== erased.toLowerCase()) return;
  const { docs } = await membersOf(orgId).where('role', '==', 'owner').select('email').limit(1).get();
  await customers.update(customerId, { email: String(docs[0]?.get('email') ?? '') });
}
