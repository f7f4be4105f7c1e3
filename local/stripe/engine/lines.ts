import type Stripe from 'stripe';
import { decimal } from '../objects/catalogue.js';
import type { Period } from './calendar.js';
import { prorate } from './proration.js';

/** A proration that waits for the next invoice of its subscription. */
export interface PendingLine {
  id: string;
  customer: string;
  subscription: string;
  line: Stripe.InvoiceLineItem;
}

type NewId = (prefix: string) => string;

function centsOf(item: Stripe.SubscriptionItem): number {
  return (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
}

function periodOf(item: Stripe.SubscriptionItem): Period {
  return { start: item.current_period_start, end: item.current_period_end };
}

/** A line for each item: a whole period, or nothing but a name while the trial lasts. */
export function periodLines(
  subscription: Stripe.Subscription,
  period: Period,
  names: (item: Stripe.SubscriptionItem) => string,
  newId: NewId,
): Stripe.InvoiceLineItem[] {
  const isTrial = subscription.status === 'trialing';
  return subscription.items.data.map((item) => {
    const cents = centsOf(item);
    const name = names(item);
    return lineObject({
      id: newId('il'),
      item,
      amount: isTrial ? 0 : cents,
      description: isTrial
        ? `Trial period for ${name}`
        : `${item.quantity ?? 1} × ${name} (at $${(cents / 100).toFixed(2)} / ${item.price.recurring?.interval ?? 'month'})`,
      period,
      proration: false,
    });
  });
}

/** What a change of price gives back and charges for the rest of the period; nothing where nothing changed. */
export function prorationLines(
  before: Stripe.Subscription,
  after: Stripe.Subscription,
  at: number,
  names: (item: Stripe.SubscriptionItem) => string,
  newId: NewId,
): Stripe.InvoiceLineItem[] {
  return after.items.data.flatMap((item) => {
    const old = before.items.data.find(({ id }) => id === item.id);
    if (!old || (old.price.id === item.price.id && old.quantity === item.quantity)) return [];
    const cents = prorate({ oldCents: centsOf(old), newCents: centsOf(item), period: periodOf(old), at });
    const period = { start: at, end: old.current_period_end };
    const day = new Date(at * 1000).toUTCString().slice(5, 16);
    const common = { period, proration: true };
    return [
      lineObject({
        ...common,
        id: newId('il'),
        item: old,
        amount: cents.creditCents,
        description: `Unused time on ${names(old)} after ${day}`,
      }),
      lineObject({
        ...common,
        id: newId('il'),
        item,
        amount: cents.chargeCents,
        description: `Remaining time on ${names(item)} after ${day}`,
      }),
    ];
  });
}

interface NewLine {
  id: string;
  item: Stripe.SubscriptionItem;
  amount: number;
  description: string;
  period: Period;
  proration: boolean;
}

function lineObject({ id, item, amount, description, period, proration }: NewLine): Stripe.InvoiceLineItem {
  return {
    id,
    object: 'line_item',
    amount,
    currency: item.price.currency,
    description,
    discount_amounts: [],
    discountable: !proration,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration,
        proration_details: proration ? { credited_items: null } : null,
        subscription: item.subscription,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period,
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: item.price.id, product: productOf(item.price) },
      type: 'price_details',
      unit_amount_decimal: decimal(item.price.unit_amount ?? 0),
    },
    quantity: item.quantity ?? 1,
    quantity_decimal: decimal(item.quantity ?? 1),
    subscription: item.subscription,
    subtotal: amount,
    taxes: [],
  };
}

function productOf({ product }: Stripe.Price): string {
  return typeof product === 'string' ? product : product.id;
}
