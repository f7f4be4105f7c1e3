import type Stripe from 'stripe';
import { config, secret } from '../platform/config.js';

const TIMEOUT_MS = 8_000; // Stripe gives a webhook about ten seconds

let client: Promise<Stripe> | undefined;

/** Stripe's client: its API, or the stand-in of a local world. Loaded by the first function that needs it. @processor stripe */
export function stripe(): Promise<Stripe> {
  return (client ??= connect());
}

async function connect(): Promise<Stripe> {
  const { default: StripeClient } = await import('stripe');
  const { stripeApiUrl } = config();
  return new StripeClient(secret('STRIPE_SECRET_KEY'), {
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 0, // the one who asks tries again: Stripe its webhook, a person their button
    telemetry: false, // Stripe gets what it needs, not how long our calls took
    ...(stripeApiUrl !== '' && hostOf(new URL(stripeApiUrl))),
  });
}

function hostOf({ protocol, hostname, port }: URL): {
  protocol: 'http' | 'https';
  host: string;
  port: string;
} {
  return { protocol: protocol === 'http:' ? 'http' : 'https', host: hostname, port };
}

/** Whether Stripe refused because there is no such thing (any more). */
export function isMissing(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'resource_missing';
}

/** Whether Stripe could not be asked, or was asked too much: the same call may do later. */
export function isStripeAway(error: unknown): boolean {
  const { type, statusCode } = (error ?? {}) as { type?: unknown; statusCode?: unknown };
  if (type === 'StripeConnectionError' || type === 'StripeRateLimitError') return true;
  return type === 'StripeAPIError' || (typeof statusCode === 'number' && statusCode >= 500);
}
