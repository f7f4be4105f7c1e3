import type { Plan } from '@leadpulse/model';
import { stripe } from './stripeClient.js';

const KEPT_MS = 10 * 60_000;

interface Price {
  id: string;
  monthlyCents: number;
}

const prices = new Map<string, Price & { readAtMs: number }>();

/** Stripe's price of a plan, found by its lookup key; remembered for a while. Throws if the catalogue is not set up. */
export async function priceOf({ lookupKey, id: planId }: Plan): Promise<Price> {
  const known = prices.get(lookupKey);
  if (known && Date.now() - known.readAtMs < KEPT_MS) return known;
  const { data } = await (await stripe()).prices.list({ lookup_keys: [lookupKey], active: true, limit: 1 });
  const [price] = data;
  if (!price) throw new Error(`Stripe has no price for ${planId}; npm run stripe:catalogue makes it`);
  const found = { id: price.id, monthlyCents: price.unit_amount ?? 0, readAtMs: Date.now() };
  prices.set(lookupKey, found);
  return found;
}
