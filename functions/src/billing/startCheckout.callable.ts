import { billingSchema, isLive, planOf, Refusal, startCheckoutContract } from '@leadpulse/model';
import type { BillingState, Plan } from '@leadpulse/model';
import { createHash } from 'node:crypto';
import { openAudit } from '../platform/audit.js';
import type { Caller } from '../platform/callable.js';
import { callable } from '../platform/callable.js';
import { config } from '../platform/config.js';
import { runInTurn } from '../platform/firestore.js';
import { orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import type { SeenBilling } from './billingPage.js';
import { billingRef, ensureBilling } from './billingPage.js';
import { expireCheckout } from './expireCheckout.js';
import { authorOf, atStripe, ownersBilling } from './owner.js';
import { priceOf } from './prices.js';
import { stripe } from './stripeClient.js';
import { syncOrg } from './syncOrg.js';

/** Checkout takes no trial that ends sooner. https://docs.stripe.com/api/checkout/sessions/create (subscription_data.trial_end) */
const SHORTEST_TRIAL_MS = 48 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** A key that is in use by the other half of a double click is asked for once more a moment later. */
const PATIENT = { maxNetworkRetries: 2 };

/** Stripe's checkout for a plan; the days of the trial that are left are kept. One open checkout an organization. */
export const startCheckout = callable(
  startCheckoutContract,
  async ({ orgId, planId }, caller) => {
    const plan = planOf(planId);
    if (!plan) throw new Refusal('invalid-argument', 'invalid-input', { field: 'planId' });
    await ownersBilling(orgId, caller);
    return atStripe(async () => {
      const seen = await newestBilling(orgId, caller);
      if (seen.state.subscriptions.some(isLive))
        throw new Refusal('failed-precondition', 'already-subscribed');
      const customerId = seen.state.customerId ?? (await makeCustomer(seen, caller));
      const open = await openCheckout(seen.state, plan);
      const session = open ?? (await makeSession(seen, { orgId, customerId, plan }));
      await note(seen, { plan, session, caller });
      return { url: session.url };
    });
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);

/** As Stripe has it now: what was bought in another tab a moment ago counts. */
async function newestBilling(orgId: string, caller: Caller): Promise<SeenBilling> {
  await syncOrg(orgId, () => ({ events: [], customerId: null, author: authorOf(caller) }));
  const seen = await ensureBilling(orgId);
  if (!seen) throw new Refusal('permission-denied', 'not-a-member');
  return seen;
}

/** The same person asking twice makes one customer; of two people who ask at once, the first one's counts. */
async function makeCustomer({ orgId, version }: SeenBilling, { email }: Caller): Promise<string> {
  const name: unknown = (await orgRef(orgId).get()).get('name');
  const params = { name: String(name), email, metadata: { orgId } };
  const idempotencyKey = keyOf('customer', params, String(version?.toMillis() ?? 0));
  const { id } = await (await stripe()).customers.create(params, { idempotencyKey, ...PATIENT });
  return runInTurn(async (tx) => {
    const page = await tx.get(billingRef(orgId));
    const { customerId } = billingSchema.parse(page.data());
    if (customerId === null) tx.update(page.ref, { customerId: id });
    return customerId ?? id;
  });
}

interface Session {
  id: string;
  url: string;
}

/** The checkout that was begun before, if it is for this plan and still open; one for another plan is closed. */
async function openCheckout({ checkout }: BillingState, plan: Plan): Promise<Session | null> {
  if (!checkout) return null;
  const { sessions } = (await stripe()).checkout;
  const session = await sessions.retrieve(checkout.sessionId);
  if (session.status !== 'open') return null;
  if (checkout.planId === plan.id) return { id: checkout.sessionId, url: checkout.url };
  await expireCheckout(checkout.sessionId);
  return null;
}

interface Purchase {
  orgId: string;
  customerId: string;
  plan: Plan;
}

async function makeSession({ state }: SeenBilling, purchase: Purchase): Promise<Session> {
  const { orgId, customerId, plan } = purchase;
  const page = `${config().siteUrl}/o/${orgId}/billing`;
  const trialEnd = trialEndFor(state, Date.now());
  const { id: price } = await priceOf(plan);
  const params = {
    mode: 'subscription' as const,
    customer: customerId,
    client_reference_id: orgId,
    line_items: [{ price, quantity: 1 }],
    success_url: `${page}?checkout=done`,
    cancel_url: `${page}?checkout=left`,
    metadata: { orgId },
    subscription_data: {
      metadata: { orgId },
      ...(trialEnd !== null && {
        trial_end: trialEnd,
        trial_settings: { end_behavior: { missing_payment_method: 'pause' as const } },
      }),
    },
    tax_id_collection: { enabled: true },
    customer_update: { name: 'auto' as const, address: 'auto' as const }, // tax ids ask for it
  };
  const idempotencyKey = keyOf('checkout', params, state.checkout?.sessionId ?? '');
  const session = await (await stripe()).checkout.sessions.create(params, { idempotencyKey, ...PATIENT });
  if (!session.url) throw new Error('a checkout session without an address');
  return { id: session.id, url: session.url };
}

/** When the first payment is due (Unix seconds): with the end of the trial, or at once when that is over. */
function trialEndFor({ access, ownTrialEndsAtMs }: BillingState, nowMs: number): number | null {
  if (access.status !== 'trialing' || ownTrialEndsAtMs === null || ownTrialEndsAtMs <= nowMs) return null;
  const soonest = Math.ceil((nowMs + SHORTEST_TRIAL_MS) / HOUR_MS + 1) * HOUR_MS;
  return Math.floor(Math.max(ownTrialEndsAtMs, soonest) / 1000);
}

/**
 * Keeps the open checkout, with the audit entry, if the person is an owner still. The one that somebody else kept meanwhile,
 * for another plan, is closed.
 */
async function note(
  { orgId, state: seen }: SeenBilling,
  { plan, session, caller }: { plan: Plan; session: Session; caller: Caller },
): Promise<void> {
  const checkout = { sessionId: session.id, planId: plan.id, url: session.url };
  const before = await runInTurn(async (tx) => {
    await requireSeat(tx, orgId, caller.uid, 'billing.write');
    const page = await tx.get(billingRef(orgId));
    const audit = await openAudit(tx, orgId);
    const kept = billingSchema.parse(page.data()).checkout?.sessionId;
    if (kept === session.id) return kept; // the same checkout, gone to once more
    tx.update(page.ref, { checkout });
    audit.write({
      ...authorOf(caller),
      action: 'billing.checkout',
      target: orgId,
      after: { planId: plan.id },
    });
    return kept;
  });
  const isReplaced = before !== undefined && before !== session.id && before !== seen.checkout?.sessionId;
  if (isReplaced) await expireCheckout(before);
}

/** A double click meets itself, a later visit makes a new one. */
function keyOf(what: string, params: object, turn: string): string {
  const text = `${JSON.stringify(params)}/${turn}`;
  return `${what}-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}
