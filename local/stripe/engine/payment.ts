import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept } from '../account.js';
import { emit } from '../events/emit.js';
import type { Outcome } from '../objects/card.js';
import { chargeOutcome } from '../objects/card.js';
import { chargeObject } from '../objects/charge.js';
import { cardOf, changeSubscription, subscriptionIdOf } from './change.js';
import { nextAttempt } from './dunning.js';
import { finalizeInvoice, markPaid } from './invoicing.js';
import { isOver, statusAfterFailure } from './lifecycle.js';

/** A first payment is not tried again; it has 23 hours. */
const RETRIED = new Set<string>(['active', 'past_due', 'paused']);

export type PaymentOutcome = Outcome | 'no-card';

/** What charging a subscription's card would give; asking changes nothing. */
export function outcomeFor(account: Account, subscription: Stripe.Subscription): PaymentOutcome {
  const card = cardOf(account, subscription);
  return card ? chargeOutcome(card) : 'no-card';
}

interface Attempt {
  at: number;
  isConfirmed?: boolean; // the customer stood there and confirmed with the bank
  card?: Stripe.PaymentMethod | undefined;
}

/** Charges an open invoice; what comes of it changes the invoice, its subscription, and makes events. */
export function attemptPayment(account: Account, invoiceId: string, attempt: Attempt): PaymentOutcome {
  const invoice = kept(account, 'invoice', invoiceId);
  if (invoice.status !== 'open') return 'ok';
  const subscription = kept(account, 'subscription', subscriptionIdOf(invoice));
  const card = attempt.card ?? cardOf(account, subscription);
  const plain = card ? chargeOutcome(card) : 'no-card';
  const outcome = plain === 'confirm' && attempt.isConfirmed ? 'ok' : plain;
  if (card) charge(account, invoice, card, outcome, attempt.at);
  if (outcome === 'ok') {
    const tried = { ...invoice, attempt_count: invoice.attempt_count + 1 };
    markPaid(account, tried, attempt.at, invoice.amount_remaining);
  } else {
    fail(account, invoice, subscription, outcome, attempt.at);
  }
  return outcome;
}

function charge(
  account: Account,
  invoice: Stripe.Invoice,
  card: Stripe.PaymentMethod,
  outcome: PaymentOutcome,
  at: number,
): void {
  const given = {
    id: account.newId('ch'),
    paymentIntent: account.newId('pi'),
    created: at,
    invoice,
    card,
    isPaid: outcome === 'ok',
    needsConfirmation: outcome === 'confirm',
  };
  account.store.put('charge', chargeObject(given));
}

function fail(
  account: Account,
  invoice: Stripe.Invoice,
  subscription: Stripe.Subscription,
  outcome: PaymentOutcome,
  at: number,
): void {
  const isRetried = invoice.auto_advance === true && RETRIED.has(subscription.status);
  const status = statusAfterFailure(subscription, isRetried);
  const failed = account.store.put('invoice', {
    ...invoice,
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: isRetried ? nextAttempt(invoice.status_transitions.finalized_at ?? at, at) : null,
  });
  if (outcome === 'confirm') emit(account, 'invoice.payment_action_required', failed, at);
  emit(account, 'invoice.payment_failed', failed, at);
  if (!isOver(subscription)) changeSubscription(account, { ...subscription, status }, at);
}

/** A new invoice is finalized and charged in one go. */
export function collect(account: Account, invoiceId: string, attempt: Attempt): PaymentOutcome {
  finalizeInvoice(account, invoiceId, attempt.at);
  return attemptPayment(account, invoiceId, attempt);
}
