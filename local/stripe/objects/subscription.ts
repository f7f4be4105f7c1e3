import type Stripe from 'stripe';
import { planObject } from './catalogue.js';

interface NewItem {
  id: string;
  price: Stripe.Price;
  quantity: number;
}

interface NewSubscription {
  id: string;
  created: number;
  customer: string;
  items: NewItem[];
  status: Stripe.Subscription.Status;
  trialEnd: number | null;
  periodEnd: number;
  metadata?: Stripe.Metadata | undefined;
  trialSettings?: Stripe.Subscription.TrialSettings | null | undefined;
  card?: string | null | undefined;
  testClock?: string | null | undefined;
}

export function subscriptionObject(given: NewSubscription): Stripe.Subscription {
  const { id, created, trialEnd } = given;
  return {
    ...CONSTANTS,
    id,
    object: 'subscription',
    billing_cycle_anchor: trialEnd ?? created,
    created,
    currency: given.items[0]?.price.currency ?? 'usd',
    customer: given.customer,
    default_payment_method: given.card ?? null,
    items: {
      object: 'list',
      data: given.items.map((item) => itemObject(item, given, id)),
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    metadata: given.metadata ?? {},
    start_date: created,
    status: given.status,
    test_clock: given.testClock ?? null,
    trial_end: trialEnd,
    trial_settings: given.trialSettings ?? PAYS_AFTER_TRIAL,
    trial_start: trialEnd === null ? null : created,
  };
}

function itemObject(item: NewItem, given: NewSubscription, subscription: string): Stripe.SubscriptionItem {
  return {
    id: item.id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: given.created,
    current_period_end: given.periodEnd,
    current_period_start: given.created,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planObject(item.price),
    price: item.price,
    quantity: item.quantity,
    subscription,
    tax_rates: [],
  };
}

const PAYS_AFTER_TRIAL = {
  end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' },
} satisfies Stripe.Subscription.TrialSettings;

const CONSTANTS = {
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: 'charge_automatically',
  customer_account: null,
  days_until_due: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  livemode: false,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: {
    payment_method_options: null,
    payment_method_types: null,
    save_default_payment_method: 'off',
  },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  transfer_data: null,
} satisfies Partial<Stripe.Subscription>;
