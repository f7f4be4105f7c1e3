import type { InvoiceFacts, StripeTruth } from '@leadpulse/model';
import { KEPT_INVOICES } from '@leadpulse/model';
import type Stripe from 'stripe';
import { isMissing, stripe } from './stripeClient.js';
import { creditOf, latestInvoice, readInvoice, readSubscription, subscriptionFacts } from './stripeShapes.js';

/** More subscriptions than anybody has; Stripe's largest page. */
const PAGE = 100;

/**
 * Everything that Stripe says of a customer now, in one call: all subscriptions, the latest invoice of each, the credit.
 * `invoiceIds` are invoices to look at besides: where one is no subscription's latest, a second call fetches all.
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
    const nothing = { subscriptions: [], invoices: [], hasAllInvoices: false, creditCents: 0 };
    return { customerId: null, ...nothing, throughMs: 0 };
  }
  const throughMs = readNotBefore(list.lastResponse.headers.date, performance.now() - beganMs);
  const subscriptions = list.data.map(readSubscription);
  const latest = subscriptions.flatMap((subscription) => latestInvoice(subscription) ?? []);
  const hasAllInvoices = invoiceIds.some((id) => !latest.some((invoice) => invoice.id === id));
  return {
    customerId,
    subscriptions: subscriptions.map(subscriptionFacts),
    invoices: hasAllInvoices ? await allInvoices(client, customerId) : latest,
    hasAllInvoices,
    creditCents: Math.max(0, ...subscriptions.map(creditOf)),
    throughMs,
  };
}

/** As many as a billing page keeps; Stripe lists the newest first. */
async function allInvoices(client: Stripe, customer: string): Promise<InvoiceFacts[]> {
  const { data } = await client.invoices.list({ customer, limit: KEPT_INVOICES });
  return data.map(readInvoice);
}

/**
 * A moment by Stripe's clock before which everything is in the answer: its `Date` (whole seconds) less the whole call, since
 * it is not known when in it Stripe read. Events carry whole seconds too, so one of the same second stays open.
 */
function readNotBefore(date: string | undefined, tookMs: number): number {
  const answeredMs = Date.parse(date ?? '');
  return Number.isNaN(answeredMs) ? 0 : Math.floor(answeredMs - tookMs);
}
