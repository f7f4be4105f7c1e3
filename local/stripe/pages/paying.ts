import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept, nowFor } from '../account.js';
import { cardOf, subscriptionIdOf } from '../engine/change.js';
import { attemptPayment } from '../engine/payment.js';
import type { TestCard } from '../objects/card.js';
import { cardObject, chargeOutcome, TEST_CARDS } from '../objects/card.js';

export type PayOutcome = 'paid' | 'declined' | 'confirm' | 'not-confirmed' | 'no-card';

/** A customer pays an open invoice on a page, with the card on file or another one, and is there to confirm it. */
export function payOnPage(
  account: Account,
  invoice: Stripe.Invoice,
  card: TestCard | 'saved',
  confirm: 'pass' | 'fail' | undefined,
): PayOutcome {
  const customer = invoice.customer as string;
  const at = nowFor(account, customer);
  if (confirm === 'fail') return 'not-confirmed';
  if (asksFirst(account, invoice, card) && confirm !== 'pass') return 'confirm';
  const other =
    card === 'saved'
      ? undefined
      : account.store.put('card', cardObject(account.newId('pm'), at, customer, card));
  const outcome = attemptPayment(account, invoice.id, { at, card: other, isConfirmed: confirm === 'pass' });
  return outcome === 'ok' ? 'paid' : outcome;
}

function asksFirst(account: Account, invoice: Stripe.Invoice, card: TestCard | 'saved'): boolean {
  if (card !== 'saved') return TEST_CARDS[card].attach === 'confirm' || TEST_CARDS[card].charge === 'confirm';
  const saved = cardOf(account, kept(account, 'subscription', subscriptionIdOf(invoice)));
  return saved !== undefined && chargeOutcome(saved) === 'confirm';
}

export const PAY_WORDS: Record<PayOutcome, string> = {
  paid: 'Paid. Thank you.',
  declined: 'The card was declined. Choose another one.',
  confirm: 'Confirm the payment.',
  'not-confirmed': 'Your bank did not confirm it, so nothing was paid.',
  'no-card': 'There is no card on file. Choose one.',
};
