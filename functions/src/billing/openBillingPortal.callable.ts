import { openBillingPortalContract, Refusal } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { config } from '../platform/config.js';
import { atStripe, ownersBilling } from './owner.js';
import { stripe } from './stripeClient.js';

/** Stripe's portal for the card, invoices and tax details: none of it passes through us. */
export const openBillingPortal = callable(
  openBillingPortalContract,
  async ({ orgId }, caller) => {
    const { state } = await ownersBilling(orgId, caller);
    const { customerId } = state;
    if (customerId === null) throw new Refusal('failed-precondition', 'no-customer');
    return atStripe(async () => {
      const { billingPortal } = await stripe();
      const returnUrl = `${config().siteUrl}/o/${orgId}/billing`;
      const { url } = await billingPortal.sessions.create({ customer: customerId, return_url: returnUrl });
      return { url };
    });
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);
