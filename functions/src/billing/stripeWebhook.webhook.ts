import { onRequest } from 'firebase-functions/https';
import { secret } from '../platform/config.js';
import { logFailure, logInfo, logWarning } from '../platform/log.js';
import { stripe } from './stripeClient.js';
import type { StripeEvent } from './stripeShapes.js';
import { readEvent } from './stripeShapes.js';
import { takeEvent } from './takeEvent.js';

/** Stripe's events are some kilobytes; what is larger is not Stripe's. */
const MOST_BYTES = 256 * 1024;
/** How old a signature may be, seconds: Stripe signs each delivery anew. https://docs.stripe.com/webhooks#replay-attacks */
const TOLERANCE_S = 300;

/**
 * What happens at Stripe. 400 for what Stripe did not sign, 2xx only for an event whose consequences are written, 5xx for
 * one that must come again.
 */
export const stripeWebhook = onRequest(
  { secrets: ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRETS'], cors: false, maxInstances: 4 },
  async (request, response) => {
    const body = Buffer.from((request.rawBody as Buffer | undefined) ?? '');
    const { status, outcome } = await answer(request.method, body, request.header('stripe-signature') ?? '');
    response.status(status).json({ outcome });
  },
);

async function answer(
  method: string,
  body: Buffer,
  signature: string,
): Promise<{ status: number; outcome: string }> {
  if (method !== 'POST') return { status: 405, outcome: 'post-only' };
  const event = await verified(body, signature);
  if (typeof event === 'string') {
    logWarning('webhook refused', { function: 'stripeWebhook', code: event });
    return { status: 400, outcome: event };
  }
  try {
    const outcome = await takeEvent(event);
    logInfo('Stripe event', { kind: event.type, outcome });
    return { status: 200, outcome };
  } catch (error) {
    logFailure('webhook failed', error, { function: 'stripeWebhook', kind: event.type, code: event.id });
    return { status: 500, outcome: 'internal' };
  }
}

/** The event, or the word for why it is refused; nothing of its body goes anywhere. */
async function verified(body: Buffer, signature: string): Promise<StripeEvent | string> {
  if (body.length > MOST_BYTES) return 'too-large';
  if (!(await isSigned(body, signature))) return 'signature-invalid';
  try {
    return readEvent(JSON.parse(body.toString('utf8')));
  } catch {
    return 'unreadable'; // signed, and still no event: sending it again would not help
  }
}

/** By one of our secrets: while one is replaced by the next, Stripe signs with both. */
async function isSigned(body: Buffer, signature: string): Promise<boolean> {
  const { signature: verifier } = (await stripe()).webhooks;
  return secret('STRIPE_WEBHOOK_SECRETS')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .some((one) => {
      try {
        return verifier?.verifyHeader(body, signature, one, TOLERANCE_S) ?? false;
      } catch {
        return false; // not by this one; the library tells it by throwing
      }
    });
}
