import { isLive } from '@leadpulse/model';
import { logFailure } from '../platform/log.js';
import { billingRef, readBilling } from './billingPage.js';
import { isMissing, stripe } from './stripeClient.js';

/**
 * A deleted organization is not renewed: its plan ends with the period. One that is restored in time keeps the end until an
 * owner takes it back, so that nobody pays by surprise. That it failed is told, not thrown.
 */
export async function stopRenewal(orgId: string): Promise<void> {
  try {
    for (const id of await liveSubscriptions(orgId)) {
      await (await stripe()).subscriptions.update(id, { cancel_at_period_end: true });
    }
  } catch (error) {
    logFailure('a deleted organization may be renewed', error, { orgId });
  }
}

/**
 * An organization that is purged is billed no more, from now on, and its billing page is gone: what Stripe tells of it from
 * here on finds nothing to write to. Throws if Stripe cannot be asked.
 */
export async function endBilling(orgId: string): Promise<void> {
  for (const id of await liveSubscriptions(orgId)) {
    await (await stripe()).subscriptions.cancel(id).catch((error: unknown) => {
      if (!isMissing(error)) throw error; // ended already
    });
  }
  await billingRef(orgId).delete();
}

async function liveSubscriptions(orgId: string): Promise<string[]> {
  const seen = await readBilling(orgId);
  return (seen?.state.subscriptions ?? []).filter(isLive).map(({ id }) => id);
}
