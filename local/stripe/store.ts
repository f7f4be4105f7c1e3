import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { CheckoutTerms } from './objects/checkoutSession.js';
import type { PendingLine } from './engine/lines.js';
import type { Delivery } from './events/deliveries.js';
import type { StoredAnswer } from './wire/idempotency.js';

/** What is kept, by kind. Objects are never changed in place: a change puts a new one under the same id. */
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

const lineSchema = z.tuple([z.string(), z.string(), z.unknown()]);

/** Everything the stand-in knows, with a journal of JSON lines so that a restart forgets nothing. */
export class Store {
  private kinds = new Map<string, Map<string, unknown>>();

  constructor(private readonly file: string | undefined) {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) this.replay(readFileSync(file, 'utf8'));
    this.compact(file);
  }

  get<K extends Kind>(kind: K, id: string): Kept[K] | undefined {
    return this.mapOf(kind).get(id);
  }

  /** All of a kind, oldest first. */
  all<K extends Kind>(kind: K): Kept[K][] {
    return [...this.mapOf(kind).values()];
  }

  put<K extends Kind>(kind: K, object: Kept[K]): Kept[K] {
    this.mapOf(kind).set(object.id, object);
    this.write([kind, object.id, object]);
    return object;
  }

  remove(kind: Kind, id: string): void {
    this.mapOf(kind).delete(id);
    this.write([kind, id, null]);
  }

  clear(): void {
    this.kinds = new Map();
    if (this.file !== undefined) this.compact(this.file);
  }

  private mapOf<K extends Kind>(kind: K): Map<string, Kept[K]> {
    const known = this.kinds.get(kind) ?? new Map<string, unknown>();
    this.kinds.set(kind, known);
    return known as Map<string, Kept[K]>; // put() is the only way in
  }

  private write(line: [Kind, string, unknown]): void {
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }

  private replay(journal: string): void {
    for (const line of journal.split('\n').filter(Boolean)) {
      const [kind, id, object] = lineSchema.parse(JSON.parse(line));
      const objects = this.kinds.get(kind) ?? new Map<string, unknown>();
      this.kinds.set(kind, objects);
      if (object === null) objects.delete(id);
      else objects.set(id, object);
    }
  }

  /** Rewrites the journal without what was overwritten or removed meanwhile. */
  private compact(file: string): void {
    const lines = [...this.kinds].flatMap(([kind, objects]) =>
      [...objects].map(([id, object]) => `${JSON.stringify([kind, id, object])}\n`),
    );
    writeFileSync(`${file}.new`, lines.join(''));
    renameSync(`${file}.new`, file);
  }
}
