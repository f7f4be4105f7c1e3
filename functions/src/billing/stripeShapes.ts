import type { InvoiceFacts, SubscriptionFacts } from '@leadpulse/model';
import { invoiceSchema, planOfLookupKey, SUBSCRIPTION_STATUSES } from '@leadpulse/model';
import { z } from 'zod';

const seconds = z.int().nullable();
const reference = z.union([z.string(), z.object({ id: z.string() })]).nullish();
const metadata = z.record(z.string(), z.string()).nullish();

/** The parts of Stripe's objects that we read; the rest is Stripe's. */
const invoiceShape = z.object({
  id: z.string(),
  number: z.string().nullish(),
  status: invoiceSchema.shape.status.nullish(),
  total: z.int(),
  amount_remaining: z.int(),
  created: z.int(),
  hosted_invoice_url: z.string().nullish(),
});

const customerShape = z.object({
  id: z.string(),
  deleted: z.boolean().optional(),
  balance: z.int().optional(),
});

const subscriptionShape = z.object({
  id: z.string(),
  status: z.enum(SUBSCRIPTION_STATUSES),
  created: z.int(),
  trial_end: seconds,
  cancel_at: seconds,
  cancel_at_period_end: z.boolean(),
  customer: z.union([z.string(), customerShape]),
  latest_invoice: z.union([z.string(), invoiceShape]).nullish(),
  items: z.object({
    data: z
      .array(
        z.object({
          id: z.string(),
          current_period_start: z.int(),
          current_period_end: z.int(),
          price: z.object({ id: z.string(), lookup_key: z.string().nullish(), metadata }),
        }),
      )
      .min(1),
  }),
});
export type StripeSubscription = z.infer<typeof subscriptionShape>;

export function readSubscription(value: unknown): StripeSubscription {
  return subscriptionShape.parse(value);
}

export function readInvoice(value: unknown): InvoiceFacts {
  return invoiceFacts(invoiceShape.parse(value));
}

/** What we keep of a subscription. A price keeps its plan in its metadata when its lookup key has moved on to a newer price. */
export function subscriptionFacts(subscription: StripeSubscription): SubscriptionFacts {
  const [item] = subscription.items.data;
  if (!item) throw new Error('a subscription without an item');
  const { price, current_period_start: start, current_period_end: end } = item;
  const plan = planOfLookupKey(price.lookup_key ?? null);
  return {
    id: subscription.id,
    status: subscription.status,
    planId: plan?.id ?? price.metadata?.planId ?? null,
    createdMs: subscription.created * 1000,
    trialEndsAtMs: milliseconds(subscription.trial_end),
    currentPeriodEndMs: end * 1000,
    endsAtMs: milliseconds(subscription.cancel_at ?? (subscription.cancel_at_period_end ? end : null)),
    unpaidSinceMs: unpaidSince(subscription, start),
  };
}

/** When the invoice that is due was made; it may not be the latest any more. */
function unpaidSince(
  { status, latest_invoice: latest }: StripeSubscription,
  periodStart: number,
): number | null {
  if (latest && typeof latest !== 'string' && latest.status === 'open') return latest.created * 1000;
  return status === 'past_due' || status === 'unpaid' ? periodStart * 1000 : null;
}

/** The latest invoice, where Stripe was asked to send it along. */
export function latestInvoice({ latest_invoice: latest }: StripeSubscription): InvoiceFacts | null {
  return latest && typeof latest !== 'string' ? invoiceFacts(latest) : null;
}

/** What Stripe holds for the customer, in cents; a negative balance there is credit. */
export function creditOf({ customer }: StripeSubscription): number {
  return typeof customer === 'string' ? 0 : Math.max(0, -(customer.balance ?? 0));
}

function invoiceFacts(invoice: z.infer<typeof invoiceShape>): InvoiceFacts {
  return {
    id: invoice.id,
    number: invoice.number ?? null,
    status: invoice.status ?? 'draft',
    totalCents: invoice.total,
    dueCents: invoice.amount_remaining,
    createdMs: invoice.created * 1000,
    hostedUrl: invoice.hosted_invoice_url ?? null,
  };
}

function milliseconds(unixSeconds: number | null): number | null {
  return unixSeconds === null ? null : unixSeconds * 1000;
}

/** An event as far as it concerns everybody: what happened, when by Stripe's clock, and to what. */
const eventShape = z.object({
  id: z.string().regex(/^evt_[A-Za-z0-9_]{1,200}$/),
  type: z.string().max(100),
  created: z.int(),
  data: z.object({
    object: z.object({
      id: z.string(),
      object: z.string(),
      customer: reference,
      charge: reference,
      client_reference_id: z.string().nullish(),
      metadata,
      test_clock: reference,
      parent: z.object({ subscription_details: z.object({ metadata }).nullish() }).nullish(),
    }),
  }),
});
export type StripeEvent = z.infer<typeof eventShape>;

export function readEvent(value: unknown): StripeEvent {
  return eventShape.parse(value);
}

/** Whom an event is about: the organization that our metadata names, and Stripe's customer. */
export function subjectOf({ data: { object } }: StripeEvent): {
  orgId: string | null;
  customerId: string | null;
} {
  const ofInvoice = object.parent?.subscription_details?.metadata;
  return {
    orgId: object.metadata?.orgId ?? object.client_reference_id ?? ofInvoice?.orgId ?? null,
    customerId: object.object === 'customer' ? object.id : idOf(object.customer),
  };
}

export function idOf(value: z.infer<typeof reference>): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null);
}
