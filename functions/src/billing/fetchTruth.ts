import type { StripeTruth } from '@leadpulse/model';
import { isMissing, stripe } from './stripeClient.js';
import { creditOf, latestInvoice, readInvoice, readSubscription, subscriptionFacts } from './stripeShapes.js';

/** More subscriptions than anybody has; Stripe's largest page. */
const PAGE = 100;

/**
 * Everything that Stripe says of a customer now, in one call: all subscriptions, the latest invoice of each, the credit.
 * `invoiceIds` are invoices to look at besides: an older one that was paid is no subscription's latest.
 */
export async function fetchTruth(customerId: string, invoiceIds: readonly string[]): Promise<StripeTruth> {
  const client = await stripe();
  const beganMs = performance.now();
  const list = await client.subscriptions
    .list({
      customer: customerId,
      status: 'all',
      limit: PAGE,
      expand: ['data.latest_invoice', 'data.customer'],
    })
    .catch((error: unknown) => {
      if (isMissing(error)) return null; // the customer was deleted, and every subscription with it
      throw error;
    });
  if (!list) {
    return { customerId: null, subscriptions: [], invoices: [], creditCents: 0, throughMs: 0 };
  }
  const throughMs = readNotBefore(list.lastResponse.headers.date, performance.now() - beganMs);
  const subscriptions = list.data.map(readSubscription);
  const latest = subscriptions.flatMap((subscription) => latestInvoice(subscription) ?? []);
  const others = invoiceIds.filter((id) => !latest.some((invoice) => invoice.id === id));
  const fetched = await Promise.all(others.map((id) => client.invoices.retrieve(id)));
  return {
    customerId,
    subscriptions: subscriptions.map(subscriptionFacts),
    invoices: [...fetched.map(readInvoice), ...latest],
    creditCents: Math.max(0, ...subscriptions.map(creditOf)),
    throughMs,
  };
}

/**
 * A moment by Stripe's clock before which everything is in the answer: its `Date` (whole seconds) less the whole call, since
 * it is not known when in it Stripe read. Events carry whole seconds too, so one of the same second stays open.
 */
function readNotBefore(date: string | undefined, tookMs: number): number {
  const answeredMs = Date.parse(date ?? '');
  return Number.isNaN(answeredMs) ? 0 : Math.floor(answeredMs - tookMs);
}
