import { askControl } from '../../standIn/askControl.js';
import type Stripe from 'stripe';
import type { z } from 'zod';
import type { CheckoutOutcome } from '../engine/checkout.js';
import type { Delivery, RawEvent } from '../events/deliveries.js';
import type { Settings } from '../store.js';
import type { advanceSchema, cardSchema, checkoutSchema, failureSchema } from './shapes.js';

export interface CustomerState {
  now: number;
  customer: Stripe.Customer | Stripe.DeletedCustomer | null;
  subscriptions: Stripe.Subscription[];
  invoices: Stripe.Invoice[];
  charges: Stripe.Charge[];
  sessions: Stripe.Checkout.Session[];
  deliveries: Delivery[];
}

export type StripeControl = ReturnType<typeof controlOf>;

/** Steers a stand-in from tests, in this process or another: the same calls over its control API. */
export function controlOf(url: string) {
  const ask = askControl(url);
  const post = <T = object>(path: string, body: object = {}): Promise<T> => ask<T>('POST', path, body);
  const get = <T>(path: string, customer = '', after = ''): Promise<T> =>
    ask<T>('GET', `${path}?customer=${customer}&after=${after}`);
  return {
    /** Time goes on by `days` or `seconds`, to a moment, or past the next billing; for all, or one customer. */
    advance: (by: z.input<typeof advanceSchema>) => post<{ now: number }>('/advance', by),
    /** From now on a customer's time passes only by `advance`. */
    holdTime: (customer: string) => post<{ now: number }>('/hold-time', { customer }),
    /** Events wait until they are released; of one customer, or all. */
    holdEvents: (customer?: string) => post('/hold', customer === undefined ? {} : { customer }),
    releaseEvents: (customer?: string) => post('/release', customer === undefined ? {} : { customer }),
    /** What is held, ready to be posted by the test itself: body and signature header. */
    heldEvents: (customer?: string) => get<RawEvent[]>('/held', customer),
    /** Every event so far, or since one of them, with what became of it. */
    events: (customer?: string, after?: string) => get<(RawEvent & Delivery)[]>('/events', customer, after),
    /** Delivers one event now, held or not, once more or for the first time; the status it met. */
    sendEvent: (id: string) => post<{ status: number | null }>('/send', { id }),
    setLatency: (minMs: number, maxMs: number) => post('/latency', { minMs, maxMs }),
    /** The next calls that match fail, before or after they are done. */
    failNext: (failure: z.input<typeof failureSchema>) => post('/fail', failure),
    calls: () => get<Record<string, number>>('/calls'),
    /** What was asked of the API, word for word. */
    heard: () => get<string[]>('/heard'),
    resetCalls: () => post('/calls/reset'),
    raiseDispute: (customer: string) => post<Stripe.Dispute>('/dispute', { customer }),
    setCard: (customer: string, card: z.input<typeof cardSchema>['card']) =>
      post('/card', { customer, card }),
    completeCheckout: (session: string, input: Omit<z.input<typeof checkoutSchema>, 'session'> = {}) =>
      post<{ outcome: CheckoutOutcome; session: Stripe.Checkout.Session }>('/checkout', {
        session,
        ...input,
      }),
    customerState: (customer: string) => get<CustomerState>('/customer', customer),
    setSettings: (settings: Partial<Omit<Settings, 'id'>>) => post('/settings', settings),
    reset: () => post('/reset'),
  };
}
