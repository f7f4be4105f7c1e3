import type Stripe from 'stripe';

interface NewCustomer {
  id: string;
  created: number;
  email?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  description?: string | undefined;
  metadata?: Stripe.Metadata | undefined;
  balance?: number | undefined;
  testClock?: string | undefined;
}

export function customerObject(given: NewCustomer): Stripe.Customer {
  return {
    id: given.id,
    object: 'customer',
    address: null,
    balance: given.balance ?? 0,
    created: given.created,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: given.description ?? null,
    discount: null,
    email: given.email ?? null,
    invoice_prefix: given.id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: given.metadata ?? {},
    name: given.name ?? null,
    next_invoice_sequence: 1,
    phone: given.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: given.testClock ?? null,
  };
}
