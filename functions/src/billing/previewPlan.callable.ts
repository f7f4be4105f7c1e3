import { previewPlanContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { atStripe, ownersBilling } from './owner.js';
import { exceeds, planChange, previewAmounts } from './planChange.js';

/** What another plan costs now and from then on, by Stripe's own preview, and what stands in its way. */
export const previewPlan = callable(
  previewPlanContract,
  async ({ orgId, planId }, caller) => {
    const seen = await ownersBilling(orgId, caller);
    return atStripe(async () => {
      const change = await planChange(seen, planId);
      const [amounts, exceeded] = await Promise.all([
        previewAmounts(change, change.nowS),
        exceeds(orgId, change.plan),
      ]);
      const { nextCents, nextAtMs, nowS: prorationDate } = change;
      return { ...amounts, prorationDate, nextCents, nextAtMs, exceeds: exceeded };
    });
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);
