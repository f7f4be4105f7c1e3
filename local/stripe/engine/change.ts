import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept } from '../account.js';
import { emit } from '../events/emit.js';

/** Puts a subscription as it is now; that it changed is an event. */
export function changeSubscription(
  account: Account,
  after: Stripe.Subscription,
  at: number,
): Stripe.Subscription {
  const before = kept(account, 'subscription', after.id);
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  account.store.put('subscription', after);
  emit(account, 'customer.subscription.updated', after, at, before);
  return after;
}

export function changeCustomer(account: Account, after: Stripe.Customer, at: number): Stripe.Customer {
  const before = kept(account, 'customer', after.id);
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  account.store.put('customer', after);
  emit(account, 'customer.updated', after, at, before);
  return after;
}

/** The card that pays for a subscription: its own, else the customer's. */
export function cardOf(
  account: Account,
  subscription: Stripe.Subscription,
): Stripe.PaymentMethod | undefined {
  const customer = account.store.get('customer', subscription.customer as string);
  const id = subscription.default_payment_method ?? customer?.invoice_settings.default_payment_method;
  return typeof id === 'string' ? account.store.get('card', id) : undefined;
}

export function subscriptionsOf(account: Account, customerId: string): Stripe.Subscription[] {
  return account.store.all('subscription').filter(({ customer }) => customer === customerId);
}

export function invoicesOf(account: Account, subscriptionId: string): Stripe.Invoice[] {
  return account.store.all('invoice').filter((invoice) => subscriptionIdOf(invoice) === subscriptionId);
}

export function subscriptionIdOf(invoice: Stripe.Invoice): string {
  return invoice.parent?.subscription_details?.subscription as string;
}

/** What an item is called on invoices. */
export function nameOf(account: Account): (item: Stripe.SubscriptionItem) => string {
  return ({ price }) => account.store.get('product', price.product as string)?.name ?? 'Subscription';
}
