import type { AccessFacts, PlanId } from '@leadpulse/model';
import { DEFAULT_SETTINGS, emptyBilling } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type Stripe from 'stripe';
import { adminDb } from '../../../local/worldClient.js';
import { freshId } from '../../functions/tenant.js';
import { stripeApi, stripeControl } from './stripeSide.js';

const DAY_MS = 86_400_000;

/** An organization, and its customer at Stripe, whose events wait until somebody delivers them. */
export interface Payer {
  orgId: string;
  customerId: string;
  ownerEmail: string;
  ownTrialEndsAtMs: number | null;
  access: AccessFacts; // at the beginning
}

export interface PayerOptions {
  /** How many days of the trial without a card are left; below 0 it is over. */
  trialDays?: number;
  /** What the organization has before anything is bought. */
  page?: 'none' | 'empty' | 'with customer';
  /** On a test clock of Stripe's, so many seconds from now: time stands still but for `advance`. */
  clockAheadS?: number;
}

/** An organization as `createOrg` leaves it, or as it was before there was billing, with an owner and a customer. */
export async function seedPayer({
  trialDays = 14,
  page = 'with customer',
  clockAheadS,
}: PayerOptions = {}): Promise<Payer> {
  const orgId = freshId('o');
  const customer = await stripeApi().customers.create({
    name: 'Harbor Realty',
    email: `${orgId}@people.example`,
    metadata: { orgId },
    ...(clockAheadS !== undefined && { test_clock: await startClock(clockAheadS) }),
  });
  await stripeControl().holdEvents(customer.id);
  const nowMs = Date.now();
  const ownTrialEndsAtMs = nowMs + trialDays * DAY_MS;
  const access: AccessFacts = {
    ...{ status: trialDays > 0 ? 'trialing' : 'paused', planId: null, trialEndsAtMs: ownTrialEndsAtMs },
    ...{ currentPeriodEndMs: null, cancelAtPeriodEnd: false, graceEndsAtMs: null },
  };
  const ownerEmail = `${freshId('owner')}@people.example`;
  await writeOrg({ orgId, customerId: customer.id, ownerEmail, access, page, nowMs });
  return { orgId, customerId: customer.id, ownerEmail, ownTrialEndsAtMs, access };
}

async function startClock(aheadS: number): Promise<string> {
  const frozen = Math.floor(Date.now() / 1000) + aheadS;
  const { id } = await stripeApi().testHelpers.testClocks.create({ frozen_time: frozen });
  return id;
}

interface Org {
  orgId: string;
  customerId: string;
  ownerEmail: string;
  access: AccessFacts;
  page: NonNullable<PayerOptions['page']>;
  nowMs: number;
}

async function writeOrg({ orgId, customerId, ownerEmail, access, page, nowMs }: Org): Promise<void> {
  const org = adminDb().doc(`orgs/${orgId}`);
  const batch = adminDb().batch();
  batch.create(org, {
    name: 'Harbor Realty',
    timeZone: 'America/New_York',
    postalAddress: '',
    defaultCountry: 'US',
    settings: DEFAULT_SETTINGS,
    access: {
      ...{ status: access.status, planId: null, trialEndsAt: momentOf(access.trialEndsAtMs) },
      ...{ currentPeriodEnd: null, cancelAtPeriodEnd: false, graceEndsAt: null },
    },
    createdAt: Timestamp.fromMillis(nowMs),
  });
  batch.create(org.collection('members').doc(`${orgId}-owner`), {
    ...{ role: 'owner', sees: 'everything', displayName: 'Olivia Owner', email: ownerEmail },
    joinedAt: Timestamp.fromMillis(nowMs),
  });
  if (page !== 'none') {
    const billing = { ...emptyBilling(access), customerId: page === 'with customer' ? customerId : null };
    batch.create(org.collection('billing').doc('stripe'), billing);
  }
  await batch.commit();
}

function momentOf(ms: number | null): Timestamp | null {
  return ms === null ? null : Timestamp.fromMillis(ms);
}

export function priceOf(planId: PlanId): string {
  return `price_standin_${planId}`;
}

/** The customer buys a plan on Stripe's page, at once or for when a trial ends (Unix seconds). */
export async function buy(payer: Payer, planId: PlanId, trialEnd: number | null = null): Promise<void> {
  const { orgId, customerId } = payer;
  const metadata = { orgId };
  const params: Stripe.Checkout.SessionCreateParams = {
    ...{ mode: 'subscription', customer: customerId, client_reference_id: orgId, metadata },
    line_items: [{ price: priceOf(planId), quantity: 1 }],
    success_url: 'https://site.example',
    subscription_data: {
      metadata,
      ...(trialEnd !== null && {
        trial_end: trialEnd,
        trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
      }),
    },
    tax_id_collection: { enabled: true },
    customer_update: { name: 'auto' },
  };
  const { id } = await stripeApi().checkout.sessions.create(params);
  const businessName = freshId('Harbor Realty LLC '); // so that the customer changes, too
  const { outcome } = await stripeControl().completeCheckout(id, { businessName });
  if (outcome !== 'ok') throw new Error(`the checkout ended with ${outcome}`);
}
