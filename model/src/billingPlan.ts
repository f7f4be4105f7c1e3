import type { SubscriptionFacts } from './access.js';
import { accessOf, decidingSubscription } from './access.js';
import type { Billing, InvoiceFacts } from './billing.js';
import { KEPT_EVENTS, KEPT_INVOICES } from './billing.js';
import { nextAction, planNotices } from './billingNotices.js';

/** Everything of a customer that one look at Stripe gave. */
export interface StripeTruth {
  /** null: the customer was deleted at Stripe. */
  readonly customerId: string | null;
  readonly subscriptions: readonly SubscriptionFacts[];
  readonly invoices: readonly InvoiceFacts[]; // the latest ones; others that are known stay, if these are not all
  readonly hasAllInvoices: boolean;
  readonly creditCents: number;
  /** Events made before this moment of Stripe's clock (epoch ms) are in it for sure. */
  readonly throughMs: number;
}

export type BillingState = Omit<Billing, 'syncedAt' | 'nextActionAt'>;

export interface BillingStep {
  readonly state: BillingState;
  readonly nextActionMs: number | null;
  /** Whether anything differs from before besides when it was fetched and which events asked for it. */
  readonly hasChanged: boolean;
}

/** The billing page after a look at Stripe. Pure in the order of events: only what Stripe says and the time count. */
export function planSync(
  before: BillingState,
  truth: StripeTruth,
  { eventIds, nowMs }: { eventIds: readonly string[]; nowMs: number },
): BillingStep {
  const subscriptions = [...truth.subscriptions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const state: BillingState = {
    ...before,
    customerId: truth.customerId,
    subscriptions,
    invoices: newestInvoices([...(truth.hasAllInvoices ? [] : before.invoices), ...truth.invoices]),
    creditCents: truth.creditCents,
    eventIds: [...before.eventIds, ...eventIds].slice(-KEPT_EVENTS),
    syncedThroughMs: Math.max(before.syncedThroughMs, truth.throughMs),
  };
  return step(before, state, nowMs);
}

/** Whether an invoice can still change without being its subscription's latest: a look asks for it by itself. */
export function isUnsettled({ status }: InvoiceFacts): boolean {
  return status !== 'paid' && status !== 'void';
}

/** The billing page after nothing but time: a trial or a grace that ended, a reminder that is due. */
export function planTime(before: BillingState, nowMs: number): BillingStep {
  return step(before, before, nowMs);
}

function step(before: BillingState, after: BillingState, nowMs: number): BillingStep {
  const access = accessOf(after.subscriptions, after.ownTrialEndsAtMs, nowMs);
  const deciding = decidingSubscription(after.subscriptions, nowMs);
  const notices = planNotices(before, { access, deciding, subscriptions: after.subscriptions, nowMs });
  const state = { ...after, access, subscriptionId: deciding?.id ?? null, notices };
  return {
    state,
    nextActionMs: nextAction(state, nowMs),
    hasChanged: !isSame(comparable(before), comparable(state)),
  };
}

function comparable(state: BillingState): unknown {
  return { ...state, eventIds: [], syncedThroughMs: 0 };
}

/** Whether two plain values are the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Newest first; of the same one what comes later is newer. */
function newestInvoices(invoices: readonly InvoiceFacts[]): InvoiceFacts[] {
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  return [...byId.values()]
    .sort((a, b) => b.createdMs - a.createdMs || (a.id < b.id ? 1 : -1))
    .slice(0, KEPT_INVOICES);
}
