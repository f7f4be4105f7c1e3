import { stripeEventSchema } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { db } from '../platform/firestore.js';
import { logWarning } from '../platform/log.js';
import { orgOfCustomer } from './customer.js';
import { eventRef, recordApplied, recordAside } from './eventRecord.js';
import { stripe } from './stripeClient.js';
import type { StripeEvent } from './stripeShapes.js';
import { idOf } from './stripeShapes.js';

/** A customer's bank takes a payment back: one audit entry and one alert; access follows what Stripe makes of it. */
export async function noteDispute(event: StripeEvent): Promise<string> {
  const chargeId = idOf(event.data.object.charge);
  const charge = chargeId === null ? null : await (await stripe()).charges.retrieve(chargeId);
  const customerId = idOf(charge?.customer);
  const orgId = customerId === null ? null : await orgOfCustomer(customerId);
  if (orgId === null) {
    await recordAside(event, 'not-ours', null);
    return 'not-ours';
  }
  const isNew = await db().runTransaction(async (tx) => {
    const known = await tx.get(eventRef(event.id));
    if (known.exists && stripeEventSchema.parse(known.data()).outcome === 'applied') return false;
    const audit = await openAudit(tx, orgId);
    audit.write({ actor: 'stripe', origin: null, action: 'billing.dispute', target: event.data.object.id });
    recordApplied(tx, orgId, [event]);
    return true;
  });
  if (isNew) logWarning('ALERT: a payment is disputed', { orgId, code: event.id });
  return isNew ? 'applied' : 'covered';
}
