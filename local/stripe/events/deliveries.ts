import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept } from '../account.js';
import { customerOf } from './emit.js';

/** What became of an event on its way to the webhook. */
export interface Delivery {
  id: string; // the event's
  customer: string;
  state: 'held' | 'pending' | 'delivered' | 'failed';
  attempts: { atMs: number; status: number | null }[]; // null: nobody answered
}

export interface RawEvent {
  id: string;
  type: string;
  customer: string;
  payload: string;
  signature: string; // of this moment: what is signed is good for five minutes
}

const PAUSES_MS = [0, 1000, 2000, 4000, 8000, 16_000, 30_000, 60_000, 60_000, 60_000];
const ANSWER_WITHIN_MS = 10_000;

interface Target {
  url: string | undefined; // undefined: nobody listens
  secret: string;
}

/** Posts events to the webhook, signed as Stripe signs them, again until they are taken, many at a time. */
export class Deliveries {
  private account: Account | undefined;
  private readonly holds = new Set<string>(); // '' for everybody's, else customers'

  constructor(
    private readonly target: Target,
    private readonly signal: AbortSignal,
  ) {}

  /** Begins, with what an earlier run left undelivered. */
  begin(account: Account): void {
    this.account = account;
    for (const { id, state } of account.store.all('delivery')) if (state === 'pending') void this.deliver(id);
  }

  dispatch(eventId: string): void {
    const customer = customerOf(this.known, kept(this.known, 'event', eventId));
    const isHeld = this.holds.has('') || this.holds.has(customer);
    const state = isHeld ? 'held' : 'pending';
    this.known.store.put('delivery', { id: eventId, customer, state, attempts: [] });
    if (!isHeld) void this.deliver(eventId);
  }

  /** From now on events wait; of one customer, or all. */
  hold(customer = ''): void {
    this.holds.add(customer);
  }

  /** What was held goes out, all at once as from Stripe; what comes is no longer held. */
  release(customer = ''): void {
    if (customer === '') this.holds.clear();
    else this.holds.delete(customer);
    for (const delivery of this.held(customer)) {
      this.known.store.put('delivery', { ...delivery, state: 'pending' });
      void this.deliver(delivery.id);
    }
  }

  get isHolding(): boolean {
    return this.holds.size > 0;
  }

  /** A reset lets everything go that was asked for. */
  forgetHolds(): void {
    this.holds.clear();
  }

  held(customer = ''): Delivery[] {
    const held = this.known.store.all('delivery').filter(({ state }) => state === 'held');
    return held.filter((delivery) => customer === '' || delivery.customer === customer);
  }

  raw(eventId: string): RawEvent {
    const event = kept(this.known, 'event', eventId);
    const payload = JSON.stringify(event);
    const signature = signatureOf(payload, this.target.secret);
    return { id: event.id, type: event.type, customer: customerOf(this.known, event), payload, signature };
  }

  /** One attempt, now; the status of the answer, null for none. */
  async send(eventId: string): Promise<number | null> {
    const { payload, signature } = this.raw(eventId);
    const status = await this.post(payload, signature);
    const delivery = this.known.store.get('delivery', eventId);
    if (delivery && !this.signal.aborted) {
      const isTaken = status !== null && status >= 200 && status < 300;
      const attempts = [...delivery.attempts, { atMs: Date.now(), status }];
      const state = isTaken ? 'delivered' : delivery.state;
      this.known.store.put('delivery', { ...delivery, attempts, state });
      if (isTaken) this.countDelivered(eventId);
    }
    return status;
  }

  private async deliver(eventId: string): Promise<void> {
    if (this.target.url === undefined) return;
    for (const pause of PAUSES_MS) {
      if (!(await this.waited(pause)) || this.stateOf(eventId) !== 'pending') return;
      await this.send(eventId);
    }
    const delivery = this.known.store.get('delivery', eventId);
    if (delivery?.state === 'pending') this.known.store.put('delivery', { ...delivery, state: 'failed' });
  }

  private async post(payload: string, signature: string): Promise<number | null> {
    if (this.target.url === undefined) return null;
    try {
      const response = await fetch(this.target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.any([this.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await response.arrayBuffer(); // frees the connection
      return response.status;
    } catch {
      return null;
    }
  }

  private countDelivered(eventId: string): void {
    const event = kept(this.known, 'event', eventId);
    this.known.store.put('event', { ...event, pending_webhooks: 0 });
  }

  private stateOf(eventId: string): Delivery['state'] | undefined {
    return this.known.store.get('delivery', eventId)?.state;
  }

  /** False when the stand-in stopped meanwhile. */
  private async waited(ms: number): Promise<boolean> {
    try {
      await wait(ms, undefined, { signal: this.signal });
      return true;
    } catch {
      return false;
    }
  }

  private get known(): Account {
    if (!this.account) throw new Error('Deliveries have not begun');
    return this.account;
  }
}

/** The timestamp is of real time, whatever the stand-in's clock says: the receiver compares it with its own. */
function signatureOf(payload: string, secret: string): string {
  return Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: Math.floor(Date.now() / 1000),
  });
}
