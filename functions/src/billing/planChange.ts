import type { Exceeded, Plan, PlanPreview } from '@leadpulse/model';
import { decidingSubscription, exceededBy, isLive, planOf, Refusal } from '@leadpulse/model';
import type Stripe from 'stripe';
import type { SeenBilling } from './billingPage.js';
import { countUse } from './countUse.js';
import { priceOf } from './prices.js';
import { stripe } from './stripeClient.js';
import { readSubscription } from './stripeShapes.js';

export interface PlanChange {
  readonly plan: Plan;
  readonly priceId: string;
  readonly subscriptionId: string;
  readonly itemId: string;
  readonly nextAtMs: number;
  readonly nextCents: number;
  /** Now by Stripe's clock, Unix seconds. */
  readonly nowS: number;
}

/** The subscription that is billed; throws `no-subscription` where there is none. */
export function liveSubscriptionId({ state }: SeenBilling): string {
  const facts = decidingSubscription(state.subscriptions.filter(isLive), Date.now());
  if (!facts) throw new Refusal('failed-precondition', 'no-subscription');
  return facts.id;
}

/**
 * A change of the running subscription to another plan, as Stripe has it now. Throws `no-subscription`, `payment-overdue`,
 * `same-plan`.
 */
export async function planChange(seen: SeenBilling, planId: string): Promise<PlanChange> {
  const plan = planOf(planId);
  if (!plan) throw new Refusal('invalid-argument', 'invalid-input', { field: 'planId' });
  const answer = await (await stripe()).subscriptions.retrieve(liveSubscriptionId(seen));
  const { id: subscriptionId, status, items } = readSubscription(answer);
  if (status !== 'active' && status !== 'trialing')
    throw new Refusal('failed-precondition', 'payment-overdue');
  const [item] = items.data;
  const { id: priceId, monthlyCents: nextCents } = await priceOf(plan);
  if (!item || item.price.id === priceId) throw new Refusal('failed-precondition', 'same-plan');
  const nowS = Math.floor(Date.parse(answer.lastResponse.headers.date ?? '') / 1000);
  return {
    ...{
      plan,
      priceId,
      subscriptionId,
      itemId: item.id,
      nextCents,
      nextAtMs: item.current_period_end * 1000,
    },
    nowS: Number.isNaN(nowS) ? Math.floor(Date.now() / 1000) : nowS,
  };
}

/** What the organization uses beyond the plan. */
export async function exceeds(orgId: string, { allowances }: Plan): Promise<Exceeded[]> {
  return exceededBy(await countUse(orgId, Date.now()), allowances);
}

type Amounts = Pick<PlanPreview, 'dueNowCents' | 'carriedCents' | 'creditCents' | 'lines'>;

/** Less than this Stripe does not charge in US dollars: it is owed, and added to the next invoice. https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const LEAST_CHARGE_CENTS = 50;

/** What Stripe would invoice for the change at a moment (Unix seconds), to the cent. */
export async function previewAmounts(change: PlanChange, prorationDate: number): Promise<Amounts> {
  const invoice = await (
    await stripe()
  ).invoices.createPreview({
    subscription: change.subscriptionId,
    subscription_details: {
      items: [{ id: change.itemId, price: change.priceId }],
      proration_behavior: 'always_invoice',
      proration_date: prorationDate,
    },
  });
  const prorations = invoice.lines.data.filter(isProration);
  const sum = prorations.reduce((cents, line) => cents + line.amount, 0);
  const after = invoice.starting_balance + sum; // below zero it is credit
  return {
    dueNowCents: after < LEAST_CHARGE_CENTS ? 0 : after,
    carriedCents: after < LEAST_CHARGE_CENTS ? Math.max(0, after) : 0,
    creditCents: Math.max(0, -after),
    lines: prorations.map(({ description, amount }) => ({ text: description ?? '', cents: amount })),
  };
}

function isProration({ parent }: Stripe.InvoiceLineItem): boolean {
  return parent?.subscription_item_details?.proration ?? parent?.invoice_item_details?.proration ?? false;
}
