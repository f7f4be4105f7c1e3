import type Stripe from 'stripe';

/** What a session was asked to make, which Stripe keeps to itself. */
export interface CheckoutTerms {
  id: string;
  items: { price: string; quantity: number }[];
  trialEnd: number | null;
  trialDays: number | null;
  metadata: Stripe.Metadata;
  trialSettings: Stripe.Subscription.TrialSettings | null;
  updatesName: boolean;
}

export interface NewSession {
  id: string;
  url: string;
  created: number;
  expiresAt: number;
  amountCents: number;
  currency: string;
  hasTrial: boolean;
  customer: Stripe.Customer | undefined;
  customerEmail?: string | undefined;
  clientReferenceId?: string | undefined;
  metadata: Stripe.Metadata;
  successUrl: string;
  cancelUrl?: string | undefined;
  paymentMethodCollection: 'always' | 'if_required';
  collectsTaxIds: boolean;
}

export function sessionObject(given: NewSession): Stripe.Checkout.Session {
  return {
    ...CONSTANTS,
    id: given.id,
    object: 'checkout.session',
    amount_subtotal: given.hasTrial ? 0 : given.amountCents,
    amount_total: given.hasTrial ? 0 : given.amountCents,
    cancel_url: given.cancelUrl ?? null,
    client_reference_id: given.clientReferenceId ?? null,
    created: given.created,
    currency: given.currency,
    customer: given.customer?.id ?? null,
    customer_creation: given.customer ? null : 'always',
    customer_details: customerDetails(given),
    customer_email: given.customerEmail ?? null,
    expires_at: given.expiresAt,
    metadata: given.metadata,
    payment_method_collection: given.paymentMethodCollection,
    payment_status: given.hasTrial ? 'no_payment_required' : 'unpaid',
    success_url: given.successUrl,
    tax_id_collection: { enabled: given.collectsTaxIds, required: 'never' },
    url: given.url,
  };
}

function customerDetails({
  customer,
  customerEmail,
}: NewSession): Stripe.Checkout.Session.CustomerDetails | null {
  const email = customer?.email ?? customerEmail ?? null;
  if (email === null) return null;
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: customer?.name ?? null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

const CONSTANTS = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: { business_name: null, individual_name: null, shipping_details: null },
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  locale: null,
  managed_payments: null,
  mode: 'subscription',
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_method_types: ['card'],
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  submit_type: null,
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted_page',
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;
