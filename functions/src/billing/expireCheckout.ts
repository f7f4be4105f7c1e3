import { isStripeAway, stripe } from './stripeClient.js';

/** A checkout that must not be paid any more: another took its place, or nobody is there to buy for. */
export async function expireCheckout(sessionId: string): Promise<void> {
  const { sessions } = (await stripe()).checkout;
  await sessions.expire(sessionId).catch((error: unknown) => {
    if (isStripeAway(error)) throw error; // else it was not open any more
  });
}
