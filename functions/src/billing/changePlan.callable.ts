import { changePlanContract, Refusal } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { applyPlan } from './applyPlan.js';
import { atStripe, ownersBilling } from './owner.js';
import type { PlanChange } from './planChange.js';
import { exceeds, planChange, previewAmounts } from './planChange.js';
import { stripe } from './stripeClient.js';

/** How old (seconds) the preview may be that somebody agrees to. */
const PREVIEW_HOLDS_S = 60 * 60;

/** Another plan at once, for the amount that was shown; a card that is declined changes nothing. */
export const changePlan = callable(
  changePlanContract,
  async ({ orgId, planId, prorationDate, dueNowCents }, caller) => {
    const seen = await ownersBilling(orgId, caller);
    await atStripe(async () => {
      const change = await planChange(seen, planId);
      const exceeded = await exceeds(orgId, change.plan);
      if (exceeded.length > 0) {
        throw new Refusal('failed-precondition', 'plan-exceeded', { field: 'planId', exceeds: exceeded });
      }
      await insistOnPreview(change, prorationDate, dueNowCents);
      await update(change, prorationDate);
      await applyPlan(orgId, caller, 'billing.plan', { planId });
    });
    return {};
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);

async function insistOnPreview(
  change: PlanChange,
  prorationDate: number,
  dueNowCents: number,
): Promise<void> {
  const ageS = change.nowS - prorationDate;
  const isFresh = ageS >= 0 && ageS <= PREVIEW_HOLDS_S;
  if (isFresh && (await previewAmounts(change, prorationDate)).dueNowCents === dueNowCents) return;
  throw new Refusal('failed-precondition', 'preview-stale', {
    field: isFresh ? 'dueNowCents' : 'prorationDate',
    allowed: 'what a preview of the last hour says',
  });
}

async function update(change: PlanChange, prorationDate: number): Promise<void> {
  const { subscriptionId, itemId, priceId, plan } = change;
  try {
    await (
      await stripe()
    ).subscriptions.update(
      subscriptionId,
      {
        items: [{ id: itemId, price: priceId }],
        proration_behavior: 'always_invoice',
        proration_date: prorationDate,
        payment_behavior: 'error_if_incomplete',
      },
      { idempotencyKey: `plan-${subscriptionId}-${plan.id}-${prorationDate}` },
    );
  } catch (error) {
    if ((error as { type?: unknown }).type !== 'StripeCardError') throw error;
    throw new Refusal('failed-precondition', 'card-declined');
  }
}
