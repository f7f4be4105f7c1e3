import { resumePlanContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { applyPlan } from './applyPlan.js';
import { atStripe, ownersBilling } from './owner.js';
import { liveSubscriptionId } from './planChange.js';
import { stripe } from './stripeClient.js';
import { readSubscription } from './stripeShapes.js';

/** Takes a cancellation back before it takes effect. */
export const resumePlan = callable(
  resumePlanContract,
  async ({ orgId }, caller) => {
    const seen = await ownersBilling(orgId, caller);
    await atStripe(async () => {
      const { subscriptions } = await stripe();
      const answer = await subscriptions.retrieve(liveSubscriptionId(seen));
      const { id, cancel_at_period_end: isByPeriod } = readSubscription(answer);
      // Stripe's portal may have set a date instead
      await subscriptions.update(id, isByPeriod ? { cancel_at_period_end: false } : { cancel_at: '' });
      await applyPlan(orgId, caller, 'billing.resume', {});
    });
    return {};
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);
