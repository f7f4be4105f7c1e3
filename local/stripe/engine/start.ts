import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept } from '../account.js';
import { emit } from '../events/emit.js';
import { subscriptionObject } from '../objects/subscription.js';
import { periodEndAfter } from './calendar.js';
import { changeSubscription, nameOf } from './change.js';
import { TRIAL_NOTICE_SECONDS } from './due.js';
import { createInvoice, finalizeInvoice } from './invoicing.js';
import { currentPeriod, monthsEach, withPeriod } from './lifecycle.js';
import { periodLines } from './lines.js';
import type { PaymentOutcome } from './payment.js';
import { attemptPayment } from './payment.js';

export interface Start {
  customer: string;
  items: { price: Stripe.Price; quantity: number }[];
  trialEnd: number | null;
  metadata?: Stripe.Metadata | undefined;
  trialSettings?: Stripe.Subscription.TrialSettings | undefined;
  card?: string | null | undefined;
  /** Whether the first invoice is charged, and whether the customer is there to confirm it. */
  pay: 'now' | 'confirmed' | 'later';
}

/** A subscription as it would begin, not stored: what its first invoice would meet can be asked before. */
export function subscriptionOf(account: Account, start: Start, at: number): Stripe.Subscription {
  const [first] = start.items;
  const months =
    (first?.price.recurring?.interval === 'year' ? 12 : 1) * (first?.price.recurring?.interval_count ?? 1);
  return subscriptionObject({
    id: account.newId('sub'),
    created: at,
    customer: start.customer,
    items: start.items.map((item) => ({ ...item, id: account.newId('si') })),
    status: start.trialEnd === null ? 'incomplete' : 'trialing',
    trialEnd: start.trialEnd,
    periodEnd: start.trialEnd ?? periodEndAfter(at, at, months),
    metadata: start.metadata,
    trialSettings: start.trialSettings,
    card: start.card,
    testClock: kept(account, 'customer', start.customer).test_clock as string | null,
  });
}

/** A subscription begins with its first invoice: of nothing while a trial runs, else of the first period. */
export function startSubscription(
  account: Account,
  begun: Stripe.Subscription,
  pay: Start['pay'],
  at: number,
): { subscription: Stripe.Subscription; outcome: PaymentOutcome } {
  account.store.put('subscription', begun);
  const newId = (prefix: string): string => account.newId(prefix);
  const invoice = createInvoice(account, {
    subscription: begun,
    billingReason: 'subscription_create',
    period: { start: at, end: at },
    lines: periodLines(begun, currentPeriod(begun), nameOf(account), newId),
    at,
  });
  const subscription = account.store.put('subscription', { ...begun, latest_invoice: invoice.id });
  emit(account, 'customer.subscription.created', subscription, at);
  finalizeInvoice(account, invoice.id, at);
  const outcome =
    pay === 'later' ? 'ok' : attemptPayment(account, invoice.id, { at, isConfirmed: pay === 'confirmed' });
  noticeTrial(account, kept(account, 'subscription', begun.id), at);
  return { subscription: kept(account, 'subscription', begun.id), outcome };
}

/** The notice three days before a trial ends, once for each end; at once where less than that is left. */
export function noticeTrial(account: Account, subscription: Stripe.Subscription, at: number): void {
  const { id, trial_end: trialEnd, status } = subscription;
  if (status !== 'trialing' || trialEnd === null || trialEnd - at > TRIAL_NOTICE_SECONDS) return;
  if (account.store.get('trialNotice', id)?.trialEnd === trialEnd) return;
  account.store.put('trialNotice', { id, trialEnd });
  emit(account, 'customer.subscription.trial_will_end', subscription, at);
}

/**
 * A paused subscription goes on with a period that begins now, once its invoice is paid. Stripe's default is to make the
 * invoice and wait 23 hours for a payment; `charges` is to try it at once, and again while it stays paused.
 */
export function resumeSubscription(
  account: Account,
  paused: Stripe.Subscription,
  charges: boolean,
  at: number,
): Stripe.Subscription {
  const period = { start: at, end: periodEndAfter(at, at, monthsEach(paused)) };
  const resuming = withPeriod({ ...paused, billing_cycle_anchor: at }, period);
  const invoice = createInvoice(account, {
    subscription: resuming,
    billingReason: 'subscription_cycle',
    period,
    lines: periodLines(resuming, period, nameOf(account), (prefix) => account.newId(prefix)),
    at,
    autoAdvance: charges,
  });
  changeSubscription(account, { ...resuming, latest_invoice: invoice.id }, at);
  finalizeInvoice(account, invoice.id, at);
  if (charges) attemptPayment(account, invoice.id, { at });
  return kept(account, 'subscription', paused.id);
}
