import Stripe from 'stripe';
import type { StripeOptions, StripeStandIn } from './standIn.js';
import { startStripe } from './standIn.js';

export const WEBHOOK_SECRET = 'whsec_test';

/** A stand-in on a free port with the real client pointed at it. For specs. */
export async function startWithClient(
  options: Partial<StripeOptions> = {},
): Promise<{ standIn: StripeStandIn; stripe: Stripe }> {
  const standIn = await startStripe({ webhookSecret: WEBHOOK_SECRET, ...options });
  const { hostname, port } = new URL(standIn.url);
  const stripe = new Stripe('sk_test_standin', {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
  return { standIn, stripe };
}

/** A customer who pays for a plan with a good card. */
export async function subscribe(
  stripe: Stripe,
  { control }: StripeStandIn,
  plan = 'growth',
): Promise<{ customer: string; subscription: Stripe.Subscription; item: string }> {
  const { id: customer } = await stripe.customers.create({ email: 'nora@harbor.test' });
  await control.setCard(customer, 'good');
  const price = await priceId(stripe, plan);
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }] });
  return { customer, subscription, item: subscription.items.data[0]?.id ?? '' };
}

export async function priceId(stripe: Stripe, plan: string): Promise<string> {
  const { data } = await stripe.prices.list({ lookup_keys: [`leadpulse_${plan}_monthly`] });
  if (!data[0]) throw new Error(`no price for ${plan}`);
  return data[0].id;
}

/** What a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
