import { isLive } from '@leadpulse/model';
import { logFailure } from '../platform/log.js';
import { billingRef, readBilling } from './billingPage.js';
import { expireCheckout } from './expireCheckout.js';
import { isMissing, stripe } from './stripeClient.js';
import type { StripeSubscription } from './stripeShapes.js';
import { readSubscription } from './stripeShapes.js';

/** More than anybody has; Stripe's largest page. */
const PAGE = 100;

/**
 * A deleted organization is not renewed: its plan ends with the period. One that is restored in time keeps the end until an
 * owner takes it back, so that nobody pays by surprise. That it failed is told, not thrown.
 */
export async function stopRenewal(orgId: string): Promise<void> {
  try {
    const customerId = await customerOf(orgId);
    const running = customerId === null ? [] : await subscriptionsOf(customerId);
    for (const { id } of running.filter(isLive)) {
      await (await stripe()).subscriptions.update(id, { cancel_at_period_end: true });
    }
  } catch (error) {
    logFailure('a deleted organization may be renewed', error, { orgId });
  }
}

/**
 * An organization that is purged is billed no more, from now on, and its billing page is gone: what Stripe tells of it from
 * here on finds nothing to write to. Throws if Stripe cannot be asked.
 */
export async function endBilling(orgId: string): Promise<void> {
  const customerId = await customerOf(orgId);
  if (customerId !== null) await endAtStripe(customerId);
  await billingRef(orgId).delete();
}

/** What Stripe itself has counts: a purchase may not have been told to us yet, or be half done. */
async function endAtStripe(customer: string): Promise<void> {
  const { checkout, customers, subscriptions } = await stripe();
  const listed = checkout.sessions.list({ customer, status: 'open', limit: PAGE });
  const { data: sessions } = await listed.catch((error: unknown) => {
    if (!isMissing(error)) throw error; // the customer was deleted by a run that died
    return { data: [] };
  });
  for (const { id } of sessions) await expireCheckout(id);
  for (const { id } of await subscriptionsOf(customer)) {
    await subscriptions.cancel(id).catch((error: unknown) => {
      if (!isMissing(error)) throw error; // ended already
    });
  }
  await customers.del(customer).catch((error: unknown) => {
    if (!isMissing(error)) throw error; // deleted already
  });
}

async function customerOf(orgId: string): Promise<string | null> {
  return (await readBilling(orgId))?.state.customerId ?? null;
}

/** Those that can still be paid or billed; none where the customer was deleted, and every subscription with it. */
async function subscriptionsOf(customer: string): Promise<StripeSubscription[]> {
  const { subscriptions } = await stripe();
  const { data } = await subscriptions.list({ customer, limit: PAGE }).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return { data: [] };
  });
  return data.map(readSubscription).filter(({ status }) => status !== 'incomplete_expired');
}
