import type Stripe from 'stripe';
import { Journal } from '../journal.js';
import type { CheckoutTerms } from './objects/checkoutSession.js';
import type { PendingLine } from './engine/lines.js';
import type { Delivery } from './events/deliveries.js';
import type { StoredAnswer } from './wire/idempotency.js';

/** What is kept, by kind. */
export interface Kept {
  answer: StoredAnswer;
  card: Stripe.PaymentMethod;
  charge: Stripe.Charge;
  clock: Stripe.TestHelpers.TestClock;
  customer: Stripe.Customer;
  deletedCustomer: Stripe.DeletedCustomer;
  delivery: Delivery;
  dispute: Stripe.Dispute;
  event: Stripe.Event;
  invoice: Stripe.Invoice;
  offset: { id: string; seconds: number }; // how far ahead of real time everything ('') or one customer is
  pendingLine: PendingLine;
  portal: Stripe.BillingPortal.Session;
  price: Stripe.Price;
  product: Stripe.Product;
  session: Stripe.Checkout.Session;
  settings: Settings;
  subscription: Stripe.Subscription;
  terms: CheckoutTerms;
  stillness: { id: string; now: number }; // the second at which a customer's time stands
  trialNotice: { id: string; trialEnd: number }; // for which end of the trial its notice went out
}
export type Kind = keyof Kept;

/** What one chooses in Stripe's dashboard. */
export interface Settings {
  id: 'account';
  afterRetries: 'unpaid' | 'canceled';
  /** How long an invoice of a new period stays a draft; Stripe takes about an hour. */
  draftSeconds: number;
}

/** Everything the stand-in knows. */
export class Store extends Journal<Kept> {}
