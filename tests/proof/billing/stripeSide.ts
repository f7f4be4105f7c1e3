import Stripe from 'stripe';
import { HOST } from '../../../local/ports.js';
import type { StripeControl } from '../../../local/stripe/control/client.js';
import { controlOf } from '../../../local/stripe/control/client.js';
import { LOCAL_SECRETS } from '../../../local/world/environment.js';
import { siteUrl, worldPorts } from '../../../local/worldClient.js';

/** What of an event is posted; the stand-in's `events` give it, a test may make it up. */
export interface Told {
  id: string;
  type: string;
  payload: string;
}

/** Those after which the webhook looks at Stripe; others are only recorded. */
const TELLING = [
  'checkout.session.completed',
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.resumed',
  'customer.subscription.trial_will_end',
  'invoice.finalized',
  'invoice.paid',
  'invoice.payment_failed',
  'invoice.payment_action_required',
  'invoice.voided',
  'invoice.marked_uncollectible',
  'customer.updated',
  'customer.deleted',
];

/** What Stripe tells of a customer, in its order; kept, so that each look asks only for what is new. */
export class Telling {
  readonly events: Told[] = [];
  private last = '';

  constructor(private readonly customerId: string) {}

  async listen(): Promise<readonly Told[]> {
    const fresh = await stripeControl().events(this.customerId, this.last);
    this.last = fresh.at(-1)?.id ?? this.last;
    this.events.push(...fresh.filter(({ type }) => TELLING.includes(type)));
    return this.events;
  }
}

export function stripeControl(): StripeControl {
  return controlOf(`http://${HOST}:${worldPorts().stripe}`);
}

/** Stripe's own client at the world's stand-in: how a person changes things in the dashboard. */
export function stripeApi(): Stripe {
  return new Stripe(LOCAL_SECRETS.STRIPE_SECRET_KEY, {
    ...{ protocol: 'http', host: HOST, port: worldPorts().stripe },
    ...{ maxNetworkRetries: 0, telemetry: false },
  });
}

export const SECRETS: readonly string[] = LOCAL_SECRETS.STRIPE_WEBHOOK_SECRETS.split(',');

export function hookUrl(): string {
  return `${siteUrl()}/hooks/stripe`;
}

export interface Answered {
  status: number; // 0: the connection broke
  outcome: string;
}

/** One attempt of Stripe to deliver an event, signed now. */
export async function deliver({ payload }: Pick<Told, 'payload'>, url = hookUrl()): Promise<Answered> {
  return post(payload, signatureOf(payload), url);
}

export function isTaken({ status }: Answered): boolean {
  return status >= 200 && status < 300;
}

export async function post(body: string, signature: string | null, url = hookUrl()): Promise<Answered> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(signature !== null && { 'stripe-signature': signature }),
  };
  let text: string;
  let status: number;
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    [status, text] = [response.status, await response.text()];
  } catch {
    return { status: 0, outcome: 'nobody answered' };
  }
  return { status, outcome: outcomeIn(text) };
}

function outcomeIn(text: string): string {
  try {
    return (JSON.parse(text) as { outcome?: string }).outcome ?? text;
  } catch {
    return text; // the emulator's own words for a process that died
  }
}

export function signatureOf(payload: string, secret = SECRETS[0] ?? '', agoSeconds = 0): string {
  const timestamp = Math.floor(Date.now() / 1000) - agoSeconds;
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
}
