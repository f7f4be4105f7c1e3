import Stripe from 'stripe';
import type { Plan } from '@leadpulse/model';
import { PLANS } from '@leadpulse/model';
import { HOST, portsOf, readBase } from './ports.js';

/**
 * `npm run stripe:catalogue [-- --check]`: makes products and prices in the Stripe account of STRIPE_SECRET_KEY agree with
 * model/src/plans.ts, or only says what does not. Running it again changes nothing. Without a key it asks the stand-in
 * of the running local world.
 */
async function main(): Promise<void> {
  const stripe = connect();
  const isCheck = process.argv.includes('--check');
  let differing = 0;
  for (const plan of PLANS) {
    const found = await differenceOf(stripe, plan);
    if (found === null) {
      say(`${plan.name}: agrees, $${plan.monthlyCents / 100} a month as ${plan.lookupKey}`);
      continue;
    }
    differing += 1;
    if (isCheck) say(`${plan.name}: ${found}`);
    else say(`${plan.name}: ${found}; ${await mend(stripe, plan)}`);
  }
  if (isCheck && differing > 0) process.exitCode = 1;
}

function connect(): Stripe {
  const key = process.env.STRIPE_SECRET_KEY;
  if (key) return new Stripe(key);
  const port = portsOf(readBase(process.env.PORT_BASE ?? '5300')).stripe;
  say(`No STRIPE_SECRET_KEY: asking the stand-in at ${HOST}:${port}`);
  return new Stripe('sk_test_stand_in', { protocol: 'http', host: HOST, port, maxNetworkRetries: 0 });
}

/** What Stripe has otherwise than the catalogue; null: nothing. */
async function differenceOf(stripe: Stripe, plan: Plan): Promise<string | null> {
  const { data } = await stripe.prices.list({ lookup_keys: [plan.lookupKey], active: true, limit: 1 });
  const [price] = data;
  if (!price) return 'has no price';
  const { unit_amount: cents, currency, recurring, metadata } = price;
  if (currency !== 'usd' || recurring?.interval !== 'month' || recurring.interval_count !== 1) {
    return 'its price is not in dollars a month';
  }
  if (cents !== plan.monthlyCents) return `costs ${cents ?? 0} cents, not ${plan.monthlyCents}`;
  return metadata.planId === plan.id ? null : 'its price does not name the plan';
}

/** A price cannot change its amount: a new one takes the lookup key over, who has the old one keeps it. */
async function mend(stripe: Stripe, plan: Plan): Promise<string> {
  const product = await productOf(stripe, plan);
  const { id } = await stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: plan.monthlyCents,
    recurring: { interval: 'month' },
    lookup_key: plan.lookupKey,
    transfer_lookup_key: true,
    metadata: { planId: plan.id },
  });
  return `made ${id}`;
}

async function productOf(stripe: Stripe, plan: Plan): Promise<string> {
  const id = `leadpulse_${plan.id}`;
  try {
    return (await stripe.products.retrieve(id)).id;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'resource_missing') throw error;
    return (
      await stripe.products.create({ id, name: `LeadPulse ${plan.name}`, metadata: { planId: plan.id } })
    ).id;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
