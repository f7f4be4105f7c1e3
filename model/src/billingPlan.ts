import type { AccessFacts, SubscriptionFacts } from './access.js';
import { accessOf, DAY_MS, decidingSubscription } from './access.js';
import type { Billing, BillingNotice, InvoiceFacts, NoticeState } from './billing.js';
import { BILLING_NOTICES, KEPT_EVENTS, KEPT_INVOICES } from './billing.js';

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
    subscriptionId: decidingSubscription(subscriptions, nowMs)?.id ?? null,
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
  const notices = planNotices(before.notices, { from: before.access, to: access, state: after, nowMs });
  const state = { ...after, access, notices };
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

interface Turn {
  from: AccessFacts;
  to: AccessFacts;
  state: BillingState;
  nowMs: number;
}

/** Which mails are due. A notice carries its reason; the same reason never makes a second one. */
function planNotices(before: Billing['notices'], turn: Turn): Billing['notices'] {
  const reasons = reasonsFor(turn);
  const notices: Billing['notices'] = {};
  for (const kind of BILLING_NOTICES) {
    const known = before[kind];
    const reason = reasons[kind];
    const next: NoticeState | undefined =
      reason === undefined || known?.reason === reason
        ? known
        : { reason, dueAtMs: turn.nowMs, claimedAtMs: null, sentAtMs: null };
    if (next) notices[kind] = next;
  }
  return notices;
}

function reasonsFor({ from, to, state, nowMs }: Turn): Partial<Record<BillingNotice, string>> {
  const reasons: Partial<Record<BillingNotice, string>> = {};
  if (to.status === 'trialing' && to.trialEndsAtMs !== null) {
    const leftMs = to.trialEndsAtMs - nowMs;
    const reason = String(to.trialEndsAtMs);
    if (leftMs <= DAY_MS) reasons['trial-1-day'] = reason;
    else if (leftMs <= 3 * DAY_MS) reasons['trial-3-days'] = reason;
  }
  if (to.status === 'past_due') reasons['payment-failed'] = unpaidReason(state);
  const wasSending = from.status !== 'paused' && from.status !== 'canceled';
  if (wasSending && to.status === 'paused')
    reasons.paused = `${unpaidReason(state)}/${to.trialEndsAtMs ?? ''}`;
  return reasons;
}

function unpaidReason({ subscriptions }: BillingState): string {
  return subscriptions.map(({ id, unpaidSinceMs }) => `${id}@${unpaidSinceMs ?? ''}`).join(' ');
}

/** A mail that a dead process claimed is sent after so long by the next. */
export const NOTICE_CLAIM_MS = 10 * 60_000;

/** The notices to send now. */
export function dueNotices(notices: Billing['notices'], nowMs: number): BillingNotice[] {
  return BILLING_NOTICES.filter((kind) => {
    const at = actionOf(notices[kind]);
    return at !== null && at <= nowMs;
  });
}

function actionOf(notice: NoticeState | undefined): number | null {
  if (!notice || notice.sentAtMs !== null) return null;
  return notice.claimedAtMs === null ? notice.dueAtMs : notice.claimedAtMs + NOTICE_CLAIM_MS;
}

/** When time itself changes something next, epoch ms; it may have passed already. */
export function nextAction(state: BillingState, nowMs: number): number | null {
  const moments = [
    ...BILLING_NOTICES.map((kind) => actionOf(state.notices[kind])),
    ...trialMoments(state.access).filter((moment) => moment > nowMs),
    state.access.graceEndsAtMs,
  ].filter((moment) => moment !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}

function trialMoments({ status, planId, trialEndsAtMs }: AccessFacts): number[] {
  if (status !== 'trialing' || trialEndsAtMs === null) return [];
  const reminders = [trialEndsAtMs - 3 * DAY_MS, trialEndsAtMs - DAY_MS];
  return planId === null ? [...reminders, trialEndsAtMs] : reminders;
}
