import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept } from '../account.js';
import { seedCatalogue } from '../api/catalogue.js';
import { cardObject } from '../objects/card.js';
import type { TestCard } from '../objects/card.js';
import { customerObject } from '../objects/customer.js';
import { Store } from '../store.js';
import { invoicesOf } from './change.js';
import { runDue } from './run.js';
import type { Start } from './start.js';
import { startSubscription, subscriptionOf } from './start.js';

/** An account in memory whose time stands still until it is told, with one customer. For specs. */
export class TestAccount {
  readonly account: Account;
  readonly events: string[] = [];
  private ids = 0;

  constructor(public now: number) {
    const store = new Store(undefined);
    this.account = {
      store,
      url: 'http://stand-in',
      newId: (prefix) => `${prefix}_${(this.ids += 1)}`,
      realNow: () => this.now,
      dispatch: (id) => void this.events.push(kept(this.account, 'event', id).type),
      call: null,
    };
    seedCatalogue(this.account, now);
    store.put('customer', customerObject({ id: 'cus_1', created: now, email: 'nora@harbor.test' }));
  }

  price(word: 'starter' | 'growth' | 'scale'): Stripe.Price {
    return kept(this.account, 'price', `price_standin_${word}`);
  }

  /** The card that pays from now on. */
  card(last4: TestCard): string {
    const card = this.account.store.put(
      'card',
      cardObject(this.account.newId('pm'), this.now, 'cus_1', last4),
    );
    this.putCustomer({
      invoice_settings: { ...this.customer.invoice_settings, default_payment_method: card.id },
    });
    return card.id;
  }

  start(plan: 'starter' | 'growth' | 'scale', more: Partial<Start> = {}): string {
    const start: Start = {
      customer: 'cus_1',
      items: [{ price: this.price(plan), quantity: 1 }],
      trialEnd: null,
      pay: 'now',
      ...more,
    };
    const begun = subscriptionOf(this.account, start, this.now);
    return startSubscription(this.account, begun, start.pay, this.now).subscription.id;
  }

  /** Time goes on to a moment, and what is due happens. */
  until(moment: number | string): void {
    this.now = typeof moment === 'number' ? moment : seconds(moment);
    runDue(this.account);
  }

  get customer(): Stripe.Customer {
    return kept(this.account, 'customer', 'cus_1');
  }

  putCustomer(changes: Partial<Stripe.Customer>): void {
    this.account.store.put('customer', { ...this.customer, ...changes });
  }

  subscription(id: string): Stripe.Subscription {
    return kept(this.account, 'subscription', id);
  }

  invoices(id: string): Stripe.Invoice[] {
    return invoicesOf(this.account, id);
  }

  /** The types of the events since it was asked last. */
  told(): string[] {
    return this.events.splice(0);
  }
}

/** Unix seconds of a moment in UTC. */
export function seconds(moment: string): number {
  return Date.parse(`${moment}Z`) / 1000;
}
