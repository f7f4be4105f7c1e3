import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { nowFor } from '../account.js';
import { DAY } from '../engine/calendar.js';
import { isOver } from '../engine/lifecycle.js';
import { outcomeFor } from '../engine/payment.js';
import { cancelSubscription } from '../engine/passing.js';
import { resumeSubscription, startSubscription, subscriptionOf } from '../engine/start.js';
import { cardError, invalid, missing, missingReference, unsupported } from '../wire/errors.js';
import { pageOf, pageParams } from '../wire/lists.js';
import { flag, mergedMetadata, metadata, readParams, trialSettings, whole } from '../wire/params.js';
import type { Route } from '../wire/routes.js';
import { existingPrice } from './catalogue.js';
import { existingCustomer } from './customers.js';
import { updateSubscription } from './subscriptionUpdate.js';

const createParams = z.strictObject({
  customer: z.string(),
  items: z.array(z.strictObject({ price: z.string(), quantity: whole.optional() })).min(1),
  default_payment_method: z.string().optional(),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  payment_behavior: z.enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete']).optional(),
  trial_end: z.union([z.literal('now'), whole]).optional(),
  trial_period_days: whole.optional(),
  trial_settings: trialSettings.optional(),
});
const listParams = z.strictObject({
  ...pageParams,
  customer: z.string().optional(),
  price: z.string().optional(),
  status: z.string().optional(),
  test_clock: z.string().optional(),
});
const cancelParams = z.strictObject({
  cancellation_details: z
    .strictObject({ comment: z.string().optional(), feedback: z.string().optional() })
    .optional(),
  invoice_now: flag.optional(),
  prorate: flag.optional(),
});
const resumeParams = z.strictObject({
  billing_cycle_anchor: z.union([z.literal('now'), z.strictObject({ type: z.literal('now') })]).optional(),
  payment_behavior: z.enum(['resume_on_payment_attempt', 'resume_on_payment_success']).optional(),
  proration_behavior: z.enum(['always_invoice', 'create_prorations', 'none']).optional(),
});

export function existingSubscription({ store }: Account, id: string): Stripe.Subscription {
  const subscription = store.get('subscription', id);
  if (!subscription) throw missing('subscription', id);
  return subscription;
}

function createSubscription(account: Account, params: unknown): Stripe.Subscription {
  const given = readParams(createParams, params);
  existingCustomer(account, given.customer);
  const card = given.default_payment_method;
  if (card !== undefined && account.store.get('card', card)?.customer !== given.customer) {
    throw missingReference('PaymentMethod', card, 'default_payment_method');
  }
  const at = nowFor(account, given.customer);
  const subscription = subscriptionOf(
    account,
    {
      customer: given.customer,
      items: given.items.map(({ price, quantity = 1 }, place) => ({
        price: existingPrice(account, price, `items[${place}][price]`),
        quantity,
      })),
      trialEnd: trialEndOf(given, at),
      metadata: mergedMetadata({}, given.metadata),
      trialSettings: given.trial_settings,
      card,
      pay: 'now',
    },
    at,
  );
  const behavior = given.payment_behavior ?? 'allow_incomplete';
  if (behavior === 'default_incomplete')
    return startSubscription(account, subscription, 'later', at).subscription;
  const outcome = subscription.status === 'trialing' ? 'ok' : outcomeFor(account, subscription);
  const mustPay = behavior === 'error_if_incomplete' || outcome === 'no-card';
  if (mustPay && outcome !== 'ok') throw cardError(outcome);
  return startSubscription(account, subscription, 'now', at).subscription;
}

function trialEndOf(given: z.infer<typeof createParams>, at: number): number | null {
  const { trial_end: end, trial_period_days: days } = given;
  if (days !== undefined) return at + days * DAY;
  if (end === undefined || end === 'now') return null;
  if (end <= at)
    throw invalid('Invalid timestamp: must be an integer Unix timestamp in the future.', 'trial_end');
  return end;
}

/** Without a status the canceled ones are left out, as at Stripe. */
function listSubscriptions(account: Account, params: unknown): object {
  const { customer, price, status, test_clock: clock, ...page } = readParams(listParams, params);
  if (customer !== undefined) existingCustomer(account, customer);
  const hasStatus = (subscription: Stripe.Subscription): boolean => {
    if (status === 'all') return true;
    if (status === 'ended') return isOver(subscription);
    return status === undefined ? subscription.status !== 'canceled' : subscription.status === status;
  };
  const subscriptions = account.store
    .all('subscription')
    .filter(hasStatus)
    .filter((subscription) => customer === undefined || subscription.customer === customer)
    .filter((subscription) => clock === undefined || subscription.test_clock === clock)
    .filter(({ items }) => price === undefined || items.data.some((item) => item.price.id === price));
  return pageOf(subscriptions, page, '/v1/subscriptions');
}

function cancel(account: Account, id: string, params: unknown): Stripe.Subscription {
  const subscription = existingSubscription(account, id);
  const given = readParams(cancelParams, params);
  if (given.invoice_now || given.prorate) throw unsupported('canceling with a last invoice', 'prorate');
  if (isOver(subscription)) throw missing('subscription', id); // so says Stripe of one that has ended
  const { comment, feedback } = given.cancellation_details ?? {};
  const explained: Stripe.Subscription = {
    ...subscription,
    cancellation_details: {
      comment: comment ?? null,
      feedback: feedback ?? null,
      feedback_option: null,
      reason: 'cancellation_requested',
    },
  };
  return cancelSubscription(account, explained, nowFor(account, subscription.customer as string), null);
}

function resume(account: Account, id: string, params: unknown): Stripe.Subscription {
  const subscription = existingSubscription(account, id);
  const given = readParams(resumeParams, params);
  if (subscription.status !== 'paused') {
    throw invalid('This subscription is not paused, so it cannot be resumed.');
  }
  const charges = given.payment_behavior === 'resume_on_payment_success';
  return resumeSubscription(account, subscription, charges, nowFor(account, subscription.customer as string));
}

export const SUBSCRIPTION_ROUTES: Route[] = [
  {
    method: 'POST',
    path: '/v1/subscriptions',
    answer: (account, { params }) => createSubscription(account, params),
  },
  {
    method: 'GET',
    path: '/v1/subscriptions',
    answer: (account, { params }) => listSubscriptions(account, params),
  },
  {
    method: 'GET',
    path: '/v1/subscriptions/:id',
    answer: (account, { id }) => existingSubscription(account, id),
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id',
    answer: (account, { id, params }) =>
      updateSubscription(account, existingSubscription(account, id), params),
  },
  {
    method: 'DELETE',
    path: '/v1/subscriptions/:id',
    answer: (account, { id, params }) => cancel(account, id, params),
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id/resume',
    answer: (account, { id, params }) => resume(account, id, params),
  },
];
