import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept } from '../account.js';
import { planObject } from '../objects/catalogue.js';
import { cardError, invalid, unsupported } from '../wire/errors.js';
import { changeSubscription, nameOf } from './change.js';
import { createInvoice, draftOf, withBalance } from './invoicing.js';
import { currentPeriod } from './lifecycle.js';
import { prorationLines } from './lines.js';
import { collect, outcomeFor } from './payment.js';

export interface ItemChange {
  id?: string | undefined;
  price?: Stripe.Price | undefined;
  quantity?: number | undefined;
}

export type ProrationBehavior = 'always_invoice' | 'create_prorations' | 'none';

/** The subscription with other prices or quantities; the period stays. */
export function withItems(subscription: Stripe.Subscription, changes: ItemChange[]): Stripe.Subscription {
  const data = [...subscription.items.data];
  for (const [at, { id, price, quantity }] of changes.entries()) {
    const place = data.findIndex((item) => item.id === id);
    const item = data[place];
    if (id === undefined) throw unsupported('a second item; name the one to change', `items[${at}][id]`);
    if (!item) throw invalid(`No such subscription item: '${id}'`, `items[${at}][id]`, 'resource_missing');
    if (price && intervalOf(price) !== intervalOf(item.price)) {
      throw unsupported('a change to another interval', `items[${at}][price]`);
    }
    data[place] = {
      ...item,
      ...(price && { price, plan: planObject(price) }),
      ...(quantity !== undefined && { quantity }),
    };
  }
  return { ...subscription, items: { ...subscription.items, data } };
}

function intervalOf({ recurring }: Stripe.Price): string | undefined {
  return recurring?.interval;
}

/** The lines of a change at a moment; a trial has nothing to give back, and what is not paid for nothing to prorate. */
export function linesOfChange(
  account: Account,
  before: Stripe.Subscription,
  after: Stripe.Subscription,
  behavior: ProrationBehavior,
  prorationDate: number,
): Stripe.InvoiceLineItem[] {
  const { start, end } = currentPeriod(before);
  if (prorationDate < start || prorationDate > end) {
    throw invalid('Invalid proration_date: it must be within the current period.', 'proration_date');
  }
  const isProrated = before.status === 'active' || before.status === 'past_due';
  if (behavior === 'none' || !isProrated) return [];
  return prorationLines(before, after, prorationDate, nameOf(account), (prefix) => account.newId(prefix));
}

interface Change {
  before: Stripe.Subscription;
  after: Stripe.Subscription;
  lines: Stripe.InvoiceLineItem[];
  behavior: ProrationBehavior;
  paymentBehavior: 'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete';
  at: number;
}

/** Carries a change out. With `error_if_incomplete` a payment that would fail leaves everything as it was. */
export function carryOut(account: Account, change: Change): Stripe.Subscription {
  const { before, after, lines, behavior, at } = change;
  if (lines.length === 0) return changeSubscription(account, after, at);
  if (behavior === 'create_prorations') {
    for (const line of lines) putPending(account, before, line);
    return changeSubscription(account, after, at);
  }
  const draft = {
    subscription: after,
    billingReason: 'subscription_update' as const,
    period: { start: currentPeriod(before).start, end: at },
    lines,
    at,
  };
  const { amount_due: due } = withBalance(account, draftOf(account, draft, 'in_asked'));
  const outcome = due > 0 ? outcomeFor(account, after) : 'ok';
  if (change.paymentBehavior === 'error_if_incomplete' && outcome !== 'ok') throw cardError(outcome);
  const invoice = createInvoice(account, draft);
  changeSubscription(account, { ...after, latest_invoice: invoice.id }, at);
  collect(account, invoice.id, { at });
  return kept(account, 'subscription', before.id);
}

function putPending(account: Account, subscription: Stripe.Subscription, line: Stripe.InvoiceLineItem): void {
  const id = account.newId('ii');
  const details = line.parent?.subscription_item_details;
  const parent = line.parent &&
    details && {
      ...line.parent,
      subscription_item_details: { ...details, invoice_item: id },
    };
  account.store.put('pendingLine', {
    id,
    customer: subscription.customer as string,
    subscription: subscription.id,
    line: { ...line, parent: parent ?? null },
  });
}
