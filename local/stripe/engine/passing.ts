import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept, settingsOf } from '../account.js';
import { emit } from '../events/emit.js';
import { cardOf, changeSubscription, invoicesOf, nameOf, subscriptionIdOf } from './change.js';
import type { Due } from './due.js';
import { createInvoice, voidInvoice } from './invoicing.js';
import { begun, canceled, currentPeriod, renewed, trialOutcome } from './lifecycle.js';
import { periodLines } from './lines.js';
import { attemptPayment, collect } from './payment.js';
import { noticeTrial } from './start.js';

type Act = (account: Account, id: string, at: number) => unknown;

const onSubscription =
  (act: (account: Account, subscription: Stripe.Subscription, at: number) => unknown): Act =>
  (account, id, at) =>
    act(account, kept(account, 'subscription', id), at);

const ACTS: Record<Due['what'], Act> = {
  cancel: onSubscription((account, subscription, at) =>
    cancelSubscription(account, subscription, at, 'cancellation_requested'),
  ),
  'end-trial': onSubscription(endTrial),
  expire: onSubscription((account, subscription, at) => cancelSubscription(account, subscription, at, null)),
  'expire-session': (account, id, at) => expireSession(account, kept(account, 'session', id), at),
  finalize: (account, id, at) => collect(account, id, { at }),
  'give-up': (account, id, at) => giveUp(account, kept(account, 'invoice', id), at),
  renew: onSubscription((account, subscription, at) =>
    bill(account, subscription, renewed(subscription), at),
  ),
  'resume-collection': onSubscription((account, subscription, at) =>
    changeSubscription(account, { ...subscription, pause_collection: null }, at),
  ),
  retry: (account, id, at) => attemptPayment(account, id, { at }),
  'trial-notice': onSubscription(noticeTrial),
  'void-invoice': (account, id, at) => voidInvoice(account, kept(account, 'invoice', id), at),
};

/** Does what the passing of time brings. */
export function pass(account: Account, { what, id, at }: Due): void {
  ACTS[what](account, id, at);
}

export function endTrial(account: Account, subscription: Stripe.Subscription, at: number): void {
  const outcome = trialOutcome(subscription, cardOf(account, subscription) !== undefined);
  if (outcome === 'bill') bill(account, subscription, begun(subscription, at), at);
  if (outcome === 'cancel') cancelSubscription(account, subscription, at, null);
  if (outcome !== 'pause') return;
  const paused = changeSubscription(account, { ...subscription, status: 'paused' }, at);
  emit(account, 'customer.subscription.paused', paused, at);
}

/** A new period begins: the subscription moves on and its invoice is drafted, to be charged an hour later. */
function bill(account: Account, before: Stripe.Subscription, after: Stripe.Subscription, at: number): void {
  const collection = before.pause_collection?.behavior;
  const isCollected = before.status !== 'unpaid' && collection === undefined;
  const invoice = createInvoice(account, {
    subscription: after,
    billingReason: 'subscription_cycle',
    period: currentPeriod(before),
    lines: periodLines(after, currentPeriod(after), nameOf(account), (prefix) => account.newId(prefix)),
    at,
    autoAdvance: isCollected,
    ...(isCollected && { finalizesAt: at + settingsOf(account).draftSeconds }),
  });
  if (collection === 'void') voidInvoice(account, invoice, at);
  changeSubscription(account, { ...after, latest_invoice: invoice.id }, at);
}

/** Ends a subscription; what it still owes is no longer collected by itself, what was never begun is void. */
export function cancelSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  at: number,
  reason: Stripe.Subscription.CancellationDetails.Reason | null,
): Stripe.Subscription {
  const after = account.store.put('subscription', canceled(subscription, at, reason));
  for (const invoice of invoicesOf(account, subscription.id)) {
    if (invoice.status !== 'open' && invoice.status !== 'draft') continue;
    if (subscription.status === 'incomplete') voidInvoice(account, invoice, at);
    else account.store.put('invoice', { ...invoice, auto_advance: false, next_payment_attempt: null });
  }
  if (after.status === 'canceled') emit(account, 'customer.subscription.deleted', after, at);
  else emit(account, 'customer.subscription.updated', after, at, subscription);
  return after;
}

/** The retries are used up: what happens then is a setting of the account. */
function giveUp(account: Account, invoice: Stripe.Invoice, at: number): void {
  account.store.put('invoice', { ...invoice, auto_advance: false });
  const subscription = kept(account, 'subscription', subscriptionIdOf(invoice));
  if (subscription.status !== 'past_due') return;
  if (settingsOf(account).afterRetries === 'canceled') {
    cancelSubscription(account, subscription, at, 'payment_failed');
  } else {
    changeSubscription(account, { ...subscription, status: 'unpaid' }, at);
  }
}

export function expireSession(account: Account, session: Stripe.Checkout.Session, at: number): void {
  const expired = account.store.put('session', { ...session, status: 'expired', url: null });
  emit(account, 'checkout.session.expired', expired, at);
}
