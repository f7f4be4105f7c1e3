import { cancelPlanContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { applyPlan } from './applyPlan.js';
import { atStripe, ownersBilling } from './owner.js';
import { liveSubscriptionId } from './planChange.js';
import { stripe } from './stripeClient.js';

/** The plan ends with the period that is paid for; until then everything goes on. */
export const cancelPlan = callable(
  cancelPlanContract,
  async ({ orgId }, caller) => {
    const seen = await ownersBilling(orgId, caller);
    await atStripe(async () => {
      const subscriptionId = liveSubscriptionId(seen);
      await (await stripe()).subscriptions.update(subscriptionId, { cancel_at_period_end: true });
      await applyPlan(orgId, caller, 'billing.cancel', {});
    });
    return {};
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);
