import type Stripe from 'stripe';
import type { z } from 'zod';
import type { Account } from '../account.js';
import { kept, nowFor, settingsOf } from '../account.js';
import type { Desk } from '../api/answer.js';
import { seedCatalogue } from '../api/catalogue.js';
import { DAY } from '../engine/calendar.js';
import { changeCustomer, changeSubscription, invoicesOf, subscriptionsOf } from '../engine/change.js';
import type { CheckoutOutcome } from '../engine/checkout.js';
import { completeCheckout } from '../engine/checkout.js';
import { isOver } from '../engine/lifecycle.js';
import { nextBilling, runDue } from '../engine/run.js';
import { emit } from '../events/emit.js';
import type { Deliveries } from '../events/deliveries.js';
import { CARD_OF, cardObject } from '../objects/card.js';
import { disputeObject } from '../objects/charge.js';
import type { Kind } from '../store.js';
import type { advanceSchema, cardSchema, checkoutSchema, settingsSchema } from './shapes.js';

export interface Backstage extends Desk {
  deliveries: Deliveries;
}

export class NotThere extends Error {}

/** Time goes on, for all or one customer, and everything that falls due happens. */
export function advance(account: Account, by: z.infer<typeof advanceSchema>): { now: number } {
  const { customer } = by;
  const now = nowFor(account, customer);
  const target = targetOf(account, by, now);
  const clock = customer === undefined ? null : existing(account, 'customer', customer).test_clock;
  if (typeof clock === 'string') {
    account.store.put('clock', { ...kept(account, 'clock', clock), frozen_time: Math.max(now, target) });
  } else if (customer !== undefined && account.store.get('stillness', customer)) {
    account.store.put('stillness', { id: customer, now: Math.max(now, target) });
  } else {
    const id = customer ?? '';
    const seconds = (account.store.get('offset', id)?.seconds ?? 0) + Math.max(0, target - now);
    account.store.put('offset', { id, seconds });
  }
  runDue(account);
  return { now: nowFor(account, customer) };
}

/** From now on a customer's time passes only by `advance`. */
export function holdTime(account: Account, customer: string): { now: number } {
  const { id } = existing(account, 'customer', customer);
  return account.store.put('stillness', { id, now: nowFor(account, id) });
}

function targetOf(account: Account, by: z.infer<typeof advanceSchema>, now: number): number {
  if (by.nextBilling) {
    const next = nextBilling(account, by.customer);
    if (!next) throw new NotThere('No trial ends and no period renews.');
    return next.at + settingsOf(account).draftSeconds;
  }
  return by.to ?? now + Math.round((by.days ?? 0) * DAY) + (by.seconds ?? 0);
}

/** Gives a customer another card, which pays for everything from now on. */
export function setCard(account: Account, { customer: id, card }: z.infer<typeof cardSchema>): object {
  const customer = existing(account, 'customer', id);
  const at = nowFor(account, id);
  const fresh =
    card === 'none'
      ? null
      : account.store.put('card', cardObject(account.newId('pm'), at, id, CARD_OF[card])).id;
  const settings = { ...customer.invoice_settings, default_payment_method: fresh };
  changeCustomer(account, { ...customer, invoice_settings: settings }, at);
  for (const subscription of subscriptionsOf(account, id)) {
    if (isOver(subscription) || subscription.default_payment_method === null) continue;
    changeSubscription(account, { ...subscription, default_payment_method: fresh }, at);
  }
  return { card: fresh };
}

/** The customer's bank takes back their last payment. */
export function raiseDispute(account: Account, customer: string): Stripe.Dispute {
  existing(account, 'customer', customer);
  const charge = account.store
    .all('charge')
    .findLast((each) => each.customer === customer && each.paid && !each.disputed);
  if (!charge) throw new NotThere(`${customer} has paid nothing that could be disputed.`);
  const at = nowFor(account, customer);
  account.store.put('charge', { ...charge, disputed: true });
  const dispute = account.store.put('dispute', disputeObject(account.newId('du'), at, charge));
  emit(account, 'charge.dispute.created', dispute, at);
  return dispute;
}

/** Pays a checkout as its page does. */
export function payCheckout(
  account: Account,
  given: z.infer<typeof checkoutSchema>,
): { outcome: CheckoutOutcome; session: Stripe.Checkout.Session } {
  existing(account, 'session', given.session);
  const { session, card, ...input } = given;
  runDue(account);
  const outcome = completeCheckout(account, session, { ...input, card: card === 'none' ? null : card });
  return { outcome, session: kept(account, 'session', session) };
}

/** All that Stripe says of a customer, to be compared with what the product believes. */
export function customerState(account: Account, id: string): object {
  runDue(account);
  const subscriptions = subscriptionsOf(account, id);
  return {
    now: nowFor(account, id),
    customer: account.store.get('customer', id) ?? account.store.get('deletedCustomer', id) ?? null,
    subscriptions,
    invoices: subscriptions.flatMap((subscription) => invoicesOf(account, subscription.id)),
    charges: account.store.all('charge').filter(({ customer }) => customer === id),
    sessions: account.store.all('session').filter(({ customer }) => customer === id),
    deliveries: account.store.all('delivery').filter(({ customer }) => customer === id),
  };
}

export function changeSettings(account: Account, given: z.infer<typeof settingsSchema>): object {
  const old = settingsOf(account);
  return account.store.put('settings', {
    id: 'account',
    afterRetries: given.afterRetries ?? old.afterRetries,
    draftSeconds: given.draftSeconds ?? old.draftSeconds,
  });
}

/** As on the first day: the catalogue and nothing else. */
export function reset({ account, weather, deliveries }: Backstage): object {
  account.store.clear();
  weather.reset();
  deliveries.forgetHolds();
  seedCatalogue(account, account.realNow());
  return {};
}

function existing<K extends Kind>(
  account: Account,
  kind: K,
  id: string,
): NonNullable<ReturnType<typeof get<K>>> {
  const found = get(account, kind, id);
  if (!found) throw new NotThere(`There is no ${kind} ${id}.`);
  return found;
}

function get<K extends Kind>(account: Account, kind: K, id: string): ReturnType<typeof kept<K>> | undefined {
  return account.store.get(kind, id);
}
