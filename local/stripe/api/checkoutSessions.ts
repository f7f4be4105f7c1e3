import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { nowFor } from '../account.js';
import { DAY, HOUR } from '../engine/calendar.js';
import { expireSession } from '../engine/passing.js';
import type { CheckoutTerms } from '../objects/checkoutSession.js';
import { sessionObject } from '../objects/checkoutSession.js';
import { invalid, missing } from '../wire/errors.js';
import { pageOf, pageParams } from '../wire/lists.js';
import { flag, mergedMetadata, metadata, readParams, trialSettings, whole } from '../wire/params.js';
import type { Route } from '../wire/routes.js';
import { existingPrice } from './catalogue.js';
import { existingCustomer } from './customers.js';

const LEAST_TRIAL_SECONDS = 2 * DAY;

const createParams = z.strictObject({
  mode: z.literal('subscription'),
  success_url: z.string(),
  cancel_url: z.string().optional(),
  customer: z.string().optional(),
  customer_email: z.string().optional(),
  client_reference_id: z.string().optional(),
  line_items: z.array(z.strictObject({ price: z.string(), quantity: whole.default(1) })).min(1),
  metadata: metadata.optional(),
  subscription_data: z
    .strictObject({
      metadata: metadata.optional(),
      trial_end: whole.optional(),
      trial_period_days: whole.optional(),
      trial_settings: trialSettings.optional(),
      description: z.string().optional(),
    })
    .optional(),
  tax_id_collection: z.strictObject({ enabled: flag }).optional(),
  customer_update: z.record(z.string(), z.enum(['auto', 'never'])).optional(),
  payment_method_collection: z.enum(['always', 'if_required']).default('always'),
  payment_method_types: z.array(z.literal('card')).optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  allow_promotion_codes: flag.optional(),
  automatic_tax: z.strictObject({ enabled: z.literal('false') }).optional(),
  expires_at: whole.optional(),
  locale: z.string().optional(),
});
type Create = z.infer<typeof createParams>;
const listParams = z.strictObject({
  ...pageParams,
  customer: z.string().optional(),
  status: z.string().optional(),
  subscription: z.string().optional(),
});

function existingSession({ store }: Account, id: string): Stripe.Checkout.Session {
  const session = store.get('session', id);
  if (!session) throw missing('checkout.session', id);
  return session;
}

function createSession(account: Account, params: unknown): Stripe.Checkout.Session {
  const given = readParams(createParams, params);
  const customer = given.customer === undefined ? undefined : existingCustomer(account, given.customer);
  const at = nowFor(account, customer?.id);
  check(given, at);
  const items = given.line_items.map((item, place) => ({
    price: existingPrice(account, item.price, `line_items[${place}][price]`),
    quantity: item.quantity,
  }));
  const id = account.newId('cs_test');
  account.store.put('terms', termsOf(id, given));
  const session = sessionObject({
    id,
    url: `${account.url}/checkout/${id}`,
    created: at,
    expiresAt: given.expires_at ?? at + DAY,
    amountCents: items.reduce((sum, { price, quantity }) => sum + (price.unit_amount ?? 0) * quantity, 0),
    currency: items[0]?.price.currency ?? 'usd',
    hasTrial: hasTrial(given),
    customer,
    customerEmail: given.customer_email,
    clientReferenceId: given.client_reference_id,
    metadata: mergedMetadata({}, given.metadata),
    successUrl: given.success_url,
    cancelUrl: given.cancel_url,
    paymentMethodCollection: given.payment_method_collection,
    collectsTaxIds: given.tax_id_collection?.enabled ?? false,
  });
  return account.store.put('session', session);
}

function hasTrial({ subscription_data: wanted }: Create): boolean {
  return wanted?.trial_end !== undefined || wanted?.trial_period_days !== undefined;
}

function termsOf(id: string, given: Create): CheckoutTerms {
  const wanted = given.subscription_data ?? {};
  return {
    id,
    items: given.line_items,
    trialEnd: wanted.trial_end ?? null,
    trialDays: wanted.trial_period_days ?? null,
    metadata: mergedMetadata({}, wanted.metadata),
    trialSettings: wanted.trial_settings ?? null,
    updatesName: given.customer_update?.name === 'auto',
  };
}

/** What Stripe refuses although each parameter by itself is fine. */
function check(given: Create, at: number): void {
  if (given.customer !== undefined && given.customer_email !== undefined) {
    throw invalid('You may only specify one of these parameters: customer, customer_email.');
  }
  const collectsTaxIds = given.tax_id_collection?.enabled === true;
  if (collectsTaxIds && given.customer !== undefined && given.customer_update?.name !== 'auto') {
    throw invalid(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
    );
  }
  checkExpiry(given.expires_at ?? at + DAY, at);
  checkTrial(given.subscription_data ?? {}, at);
}

function checkExpiry(expiresAt: number, at: number): void {
  if (expiresAt < at + HOUR / 2 || expiresAt > at + DAY) {
    throw invalid('`expires_at` must be between 30 minutes and 24 hours from now.', 'expires_at');
  }
}

function checkTrial(
  { trial_end: trialEnd, trial_period_days: days }: NonNullable<Create['subscription_data']>,
  at: number,
): void {
  if (trialEnd === undefined) return;
  if (days !== undefined) {
    throw invalid('You may only specify one of these parameters: trial_end, trial_period_days.');
  }
  if (trialEnd < at + LEAST_TRIAL_SECONDS) {
    throw invalid(
      'The `trial_end` date has to be at least 2 days in the future.',
      'subscription_data[trial_end]',
    );
  }
}

function listSessions({ store }: Account, params: unknown): object {
  const { customer, status, subscription, ...page } = readParams(listParams, params);
  const sessions = store
    .all('session')
    .filter((session) => customer === undefined || session.customer === customer)
    .filter((session) => status === undefined || session.status === status)
    .filter((session) => subscription === undefined || session.subscription === subscription);
  return pageOf(sessions, page, '/v1/checkout/sessions');
}

function expire(account: Account, id: string): Stripe.Checkout.Session {
  const session = existingSession(account, id);
  if (session.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status ?? ''}.`,
    );
  }
  expireSession(account, session, nowFor(account, (session.customer ?? undefined) as string | undefined));
  return existingSession(account, id);
}

export const CHECKOUT_ROUTES: Route[] = [
  {
    method: 'POST',
    path: '/v1/checkout/sessions',
    answer: (account, { params }) => createSession(account, params),
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions',
    answer: (account, { params }) => listSessions(account, params),
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions/:id',
    answer: (account, { id }) => existingSession(account, id),
  },
  {
    method: 'POST',
    path: '/v1/checkout/sessions/:id/expire',
    answer: (account, { id }) => expire(account, id),
  },
];
