import type Stripe from 'stripe';

export interface NewInvoice {
  id: string;
  created: number;
  customer: Stripe.Customer;
  subscription: Stripe.Subscription;
  billingReason: Stripe.Invoice.BillingReason;
  period: { start: number; end: number };
  lines: Stripe.InvoiceLineItem[];
  finalizesAt: number | null;
}

/** A draft. What the customer's balance does to it is settled when it is finalized. */
export function invoiceObject(given: NewInvoice): Stripe.Invoice {
  const total = given.lines.reduce((sum, line) => sum + line.amount, 0);
  const due = Math.max(0, total);
  return {
    ...CONSTANTS,
    ...customerFacts(given.customer),
    id: given.id,
    object: 'invoice',
    amount_due: due,
    amount_paid: 0,
    amount_remaining: due,
    auto_advance: true,
    automatically_finalizes_at: given.finalizesAt,
    billing_reason: given.billingReason,
    created: given.created,
    currency: given.subscription.currency,
    hosted_invoice_url: null,
    invoice_pdf: null,
    lines: { object: 'list', data: given.lines, has_more: false, url: `/v1/invoices/${given.id}/lines` },
    number: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: given.subscription.metadata, subscription: given.subscription.id },
      type: 'subscription_details',
    },
    period_end: given.period.end,
    period_start: given.period.start,
    starting_balance: given.customer.balance,
    status: 'draft',
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: given.subscription.test_clock,
    total,
    total_excluding_tax: total,
  };
}

function customerFacts(customer: Stripe.Customer) {
  return {
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: 'none' as const,
    customer_tax_ids: [],
  };
}

const CONSTANTS = {
  account_country: 'US',
  account_name: 'LeadPulse (stand-in)',
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  collection_method: 'charge_automatically',
  custom_fields: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  due_date: null,
  effective_at: null,
  ending_balance: null,
  footer: null,
  from_invoice: null,
  issuer: { type: 'self' },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  metadata: {},
  next_payment_attempt: null,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  total_discount_amounts: [],
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
} satisfies Partial<Stripe.Invoice>;
