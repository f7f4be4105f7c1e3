import { faultPoint } from '../platform/faultPoint.js';
import { logFailure, logInfo } from '../platform/log.js';
import { isId } from '../platform/refs.js';
import { orgOfCustomer } from './customer.js';
import { noteDispute } from './dispute.js';
import { recordAside, recordFailure } from './eventRecord.js';
import { syncFor } from './flights.js';
import { isStripeAway } from './stripeClient.js';
import type { StripeEvent } from './stripeShapes.js';
import { subjectOf } from './stripeShapes.js';
import { isKnownCovered } from './syncOrg.js';

/** After these Stripe is asked what is true now; what the event itself says is only a hint. */
const ASKS_FOR_A_LOOK = new Set([
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
]);

/**
 * Does what an event asks for and says what became of it. Throws if it must come again: Stripe or the database could not be
 * asked, or we failed. What fails by our own fault time and again is parked, with an alert.
 */
export async function takeEvent(event: StripeEvent): Promise<string> {
  let orgId: string | null = null;
  try {
    orgId = await orgOf(event);
    return await act(event, orgId);
  } catch (error) {
    if (isStripeAway(error) || isDatabaseAway(error)) throw error;
    const outcome = await recordFailure(event, orgId);
    if (outcome === 'failing') throw error;
    logFailure('ALERT: a Stripe event is parked', error, { kind: event.type, code: event.id });
    return 'parked';
  }
}

async function act(event: StripeEvent, orgId: string | null): Promise<string> {
  if (event.type === 'charge.dispute.created') return noteDispute(event);
  if (!ASKS_FOR_A_LOOK.has(event.type)) return putAside(event, 'unhandled', orgId);
  if (orgId === null) return putAside(event, 'not-ours', null);
  if (isKnownCovered(orgId, event)) return 'covered';
  const { outcome } = await syncFor(orgId, event, subjectOf(event).customerId);
  await faultPoint('billing-before-answer', event.id);
  if (outcome === 'not-ours' || outcome === 'no-customer') return putAside(event, 'not-ours', orgId);
  if (outcome === 'org-gone') return putAside(event, 'org-gone', orgId);
  return outcome;
}

async function putAside(
  event: StripeEvent,
  outcome: 'not-ours' | 'org-gone' | 'unhandled',
  orgId: string | null,
): Promise<string> {
  await recordAside(event, outcome, orgId);
  logInfo('Stripe event put aside', { kind: event.type, outcome });
  return outcome;
}

/** The organization that our metadata names, or the one whose customer it is: one read. */
async function orgOf(event: StripeEvent): Promise<string | null> {
  const { orgId, customerId } = subjectOf(event);
  if (orgId !== null && isId(orgId)) return orgId;
  return customerId === null ? null : orgOfCustomer(customerId);
}

/** gRPC status codes by which the database says that it could not, this time. */
const AWAY = new Set<unknown>([4, 8, 10, 13, 14]);

function isDatabaseAway(error: unknown): boolean {
  return AWAY.has((error as { code?: unknown } | null)?.code);
}
