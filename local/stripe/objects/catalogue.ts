import type Stripe from 'stripe';

interface NewProduct {
  id: string;
  created: number;
  name: string;
  description?: string | undefined;
  metadata?: Stripe.Metadata | undefined;
  active?: boolean | undefined;
}

export function productObject(given: NewProduct): Stripe.Product {
  return {
    id: given.id,
    object: 'product',
    active: given.active ?? true,
    created: given.created,
    default_price: null,
    description: given.description ?? null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: given.metadata ?? {},
    name: given.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: given.created,
    url: null,
  };
}

interface NewPrice {
  id: string;
  created: number;
  product: string;
  unitAmount: number;
  currency: string;
  interval: 'month' | 'year';
  lookupKey?: string | null | undefined;
  nickname?: string | undefined;
  metadata?: Stripe.Metadata | undefined;
  taxBehavior?: string | undefined;
}

export function priceObject(given: NewPrice): Stripe.Price {
  return {
    id: given.id,
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: given.created,
    currency: given.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: given.lookupKey ?? null,
    metadata: given.metadata ?? {},
    nickname: given.nickname ?? null,
    product: given.product,
    recurring: {
      interval: given.interval,
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: given.taxBehavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: given.unitAmount,
    unit_amount_decimal: decimal(given.unitAmount),
  };
}

/** The plan of old that a subscription item still carries beside its price. */
export function planObject(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

/** On the wire a decimal is text; the client makes its own objects of it. */
export function decimal(amount: number): Stripe.Decimal {
  return String(amount) as unknown as Stripe.Decimal;
}

export const CATALOGUE = [
  { name: 'Starter', lookupKey: 'leadpulse_starter_monthly', unitAmount: 9_700 },
  { name: 'Growth', lookupKey: 'leadpulse_growth_monthly', unitAmount: 19_700 },
  { name: 'Scale', lookupKey: 'leadpulse_scale_monthly', unitAmount: 39_700 },
] as const;
