import { z } from 'zod';
import { ACCESS_STATUSES, SUBSCRIPTION_STATUSES } from './access.js';
import type { AccessFacts } from './access.js';
import { contract } from './contract.js';
import { momentSchema } from './moment.js';
import { PLAN_IDS } from './plans.js';

/** Invoices kept on the billing page, newest first; older ones are in Stripe's portal. */
export const KEPT_INVOICES = 24;
/** Events remembered on the billing page, so that a redelivery costs one read. */
export const KEPT_EVENTS = 30;

export const invoiceSchema = z.strictObject({
  id: z.string(),
  number: z.string().nullable(), // null while it is a draft
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']),
  totalCents: z.int(),
  dueCents: z.int(), // what is still to be paid
  createdMs: z.int(),
  hostedUrl: z.string().nullable(), // Stripe's page: pay, confirm with the bank, download
});
export type InvoiceFacts = z.infer<typeof invoiceSchema>;

export const subscriptionFactsSchema = z.strictObject({
  id: z.string(),
  status: z.enum(SUBSCRIPTION_STATUSES),
  planId: z.string().nullable(),
  createdMs: z.int(),
  trialEndsAtMs: z.int().nullable(),
  currentPeriodEndMs: z.int().nullable(),
  endsAtMs: z.int().nullable(),
  unpaidSinceMs: z.int().nullable(),
});

export const accessFactsSchema = z.strictObject({
  status: z.enum(ACCESS_STATUSES),
  planId: z.string().nullable(),
  trialEndsAtMs: z.int().nullable(),
  currentPeriodEndMs: z.int().nullable(),
  cancelAtPeriodEnd: z.boolean(),
  graceEndsAtMs: z.int().nullable(),
});

/** Account mails about billing; each goes out once for each time its reason comes up. */
export const BILLING_NOTICES = ['trial-3-days', 'trial-1-day', 'paused', 'payment-failed'] as const;
export type BillingNotice = (typeof BILLING_NOTICES)[number];

export const noticeSchema = z.strictObject({
  reason: z.string(), // what it is about, such as the end of the trial: the same reason is told once
  dueAtMs: z.int(),
  claimedAtMs: z.int().nullable(),
  sentAtMs: z.int().nullable(),
});
export type NoticeState = z.infer<typeof noticeSchema>;

/** `orgs/{orgId}/billing/stripe`: Stripe's state as it was fetched last; F only, read by owners. */
export const billingSchema = z.strictObject({
  customerId: z.string().nullable(),
  ownTrialEndsAtMs: z.int().nullable(),
  access: accessFactsSchema, // what the organization carries: written together, always
  subscriptionId: z.string().nullable(), // the one that decides about access
  subscriptions: z.array(subscriptionFactsSchema),
  invoices: z.array(invoiceSchema).max(KEPT_INVOICES),
  creditCents: z.int(), // what Stripe holds for the customer and takes off the next invoices
  notices: z.partialRecord(z.enum(BILLING_NOTICES), noticeSchema),
  checkout: z.strictObject({ sessionId: z.string(), planId: z.enum(PLAN_IDS), url: z.string() }).nullable(),
  eventIds: z.array(z.string()).max(KEPT_EVENTS),
  syncedThroughMs: z.int(), // events that Stripe made before this (Stripe's clock) are in here; 0: never fetched
  syncedAt: momentSchema.nullable(),
  nextActionAt: momentSchema.nullable(), // when time itself changes something: a reminder, the end of a trial or grace
});
export type Billing = z.infer<typeof billingSchema>;

/** The billing page of an organization that never paid. */
export function emptyBilling(access: AccessFacts): Billing {
  return {
    customerId: null,
    ownTrialEndsAtMs: access.trialEndsAtMs,
    access,
    subscriptionId: null,
    subscriptions: [],
    invoices: [],
    creditCents: 0,
    notices: {},
    checkout: null,
    eventIds: [],
    syncedThroughMs: 0,
    syncedAt: null,
    nextActionAt: null,
  };
}

/** `stripeEvents/{eventId}`: what became of an event that did something, was not ours, or fails; expires. */
export const EVENT_OUTCOMES = ['applied', 'not-ours', 'org-gone', 'unhandled', 'failing', 'parked'] as const;
export const stripeEventSchema = z.strictObject({
  type: z.string(),
  receivedAt: momentSchema,
  outcome: z.enum(EVENT_OUTCOMES),
  orgId: z.string().nullable(),
  tries: z.int(),
  alsoApplied: z.array(z.string()), // events that the same look at Stripe answered
  expireAt: momentSchema, // TTL
});
export type StripeEventRecord = z.infer<typeof stripeEventSchema>;

const orgIdSchema = z.string().min(1).max(128);
const planIdSchema = z.enum(PLAN_IDS, { error: `one of ${PLAN_IDS.join(', ')}` });
const empty = z.strictObject({});

/** Answers with the address of Stripe's own page, where the card is asked for. */
export const startCheckoutContract = contract('startCheckout', {
  input: z.strictObject({ orgId: orgIdSchema, planId: planIdSchema }),
  output: z.strictObject({ url: z.url() }),
});

/** Answers with the address of Stripe's portal: invoices, card, cancellation. */
export const openBillingPortalContract = contract('openBillingPortal', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: z.strictObject({ url: z.url() }),
});

/** A limit of the new plan that the organization is over; `used` and `allowed` count things. */
export const exceededSchema = z.strictObject({
  what: z.enum(['accounts', 'contacts', 'messages']),
  used: z.int(),
  allowed: z.int(),
});

/**
 * What a change of plan costs now, by Stripe's own invoice preview. `prorationDate` (Unix seconds) goes back to `changePlan`,
 * so that the invoice is to the cent what was shown. `exceeds` is not empty when the plan is too small.
 */
export const previewPlanContract = contract('previewPlan', {
  input: z.strictObject({ orgId: orgIdSchema, planId: planIdSchema }),
  output: z.strictObject({
    prorationDate: z.int(),
    dueNowCents: z.int(), // charged to the card at once; 0 if credit covers it
    carriedCents: z.int(), // too little to be charged, and added to the next invoice
    creditCents: z.int(), // left over, and taken off the next invoices
    lines: z.array(z.strictObject({ text: z.string(), cents: z.int() })),
    nextCents: z.int(), // each month from then on
    nextAtMs: z.int().nullable(),
    exceeds: z.array(exceededSchema),
  }),
});
export type PlanPreview = z.infer<typeof previewPlanContract.output>;

/** At once, prorated by the second; `prorationDate` and `dueNowCents` are those of the preview that was agreed to. */
export const changePlanContract = contract('changePlan', {
  input: z.strictObject({
    orgId: orgIdSchema,
    planId: planIdSchema,
    prorationDate: z.int().min(1, 'the prorationDate of the preview, Unix seconds'),
    dueNowCents: z.int().min(0, 'the dueNowCents of the preview'),
  }),
  output: empty,
});

/** Ends the subscription with the period that is paid for. */
export const cancelPlanContract = contract('cancelPlan', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: empty,
});

/** Takes a cancellation back before it takes effect. */
export const resumePlanContract = contract('resumePlan', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: empty,
});

/** Fetches everything from Stripe anew and tells what did not agree before; `drift` are names of fields. */
export const refreshBillingContract = contract('refreshBilling', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: z.strictObject({ drift: z.array(z.string()) }),
});

/** Counted now: connected accounts, contacts, and messages handed over in `month` (yyyy-mm, UTC). */
export const countUsageContract = contract('countUsage', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: z.strictObject({ month: z.string(), accounts: z.int(), contacts: z.int(), messages: z.int() }),
});
export type UsageCounts = z.infer<typeof countUsageContract.output>;
