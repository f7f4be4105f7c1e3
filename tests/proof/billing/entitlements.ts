import type { PlanId, SubscriptionStatus } from '@leadpulse/model';
import { accessOf, decidingSubscription } from '@leadpulse/model';
import type Stripe from 'stripe';
import { isDeepStrictEqual } from 'node:util';
import { readSubscription, subscriptionFacts } from '../../../functions/src/billing/stripeShapes.js';
import { lawOf } from './law.js';

const STATUSES: readonly SubscriptionStatus[] = [
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'canceled',
  'unpaid',
  'paused',
];
const NOW_MS = Date.parse('2026-11-20T12:00:00Z');
const DAY_S = 86_400;
const NOW_S = NOW_MS / 1000;
const OWN_TRIALS: Record<string, number | null> = {
  'never had': null,
  over: NOW_MS - DAY_S * 1000,
  running: NOW_MS + 5 * DAY_S * 1000,
};
/** Three subscriptions that would win by their period, their age and their id in different orders. */
const SLOTS = [
  { id: 'sub_b', plan: 'starter', createdDays: -90, periodEndDays: 30 },
  { id: 'sub_c', plan: 'growth', createdDays: -20, periodEndDays: 20 },
  { id: 'sub_a', plan: 'scale', createdDays: -60, periodEndDays: 30 },
] as const;
const OWES = new Set<SubscriptionStatus>(['past_due', 'unpaid', 'incomplete']);
const HAD_TRIAL = new Set<SubscriptionStatus>(['trialing', 'paused']);
/** Days since the invoice that is open was made: within the grace and after it. */
const UNPAID_DAYS = [2, 9];

export interface EntitlementsReport {
  entitlementCases: number;
  wrongEntitlements: number;
  faults: string[];
}

/** Every combination of one to three subscriptions in every state, with each own trial, read from Stripe's own objects. */
export function tryEntitlements(): EntitlementsReport {
  const report: EntitlementsReport = { entitlementCases: 0, wrongEntitlements: 0, faults: [] };
  const combinations = [1, 2, 3].flatMap((count) => sequencesOf(STATUSES, count));
  for (const statuses of combinations) {
    for (const unpaidDays of statuses.includes('past_due') ? UNPAID_DAYS : [2]) {
      for (const [trial, ownTrialEndsAtMs] of Object.entries(OWN_TRIALS)) {
        report.entitlementCases += 1;
        if (isRight(statuses, unpaidDays, ownTrialEndsAtMs)) continue;
        report.wrongEntitlements += 1;
        report.faults.push(`${statuses.join(' + ')}, unpaid for ${unpaidDays} days, own trial ${trial}`);
      }
    }
  }
  return report;
}

function isRight(
  statuses: readonly SubscriptionStatus[],
  unpaidDays: number,
  ownTrialEndsAtMs: number | null,
): boolean {
  const made = statuses.map((status, at) => stripeSubscription(status, at, unpaidDays));
  const invoices = made.map(({ latest_invoice: latest }) => latest as Stripe.Invoice);
  const subscriptions = made.map((each) => ({
    ...each,
    latest_invoice: (each.latest_invoice as Stripe.Invoice).id,
  }));
  const customer = { id: 'cus_1', balance: 0 } as Stripe.Customer;
  const law = lawOf({ customer, subscriptions, invoices }, ownTrialEndsAtMs, NOW_MS);
  const facts = made.map((each) => subscriptionFacts(readSubscription(each)));
  return (
    isDeepStrictEqual(accessOf(facts, ownTrialEndsAtMs, NOW_MS), law.access) &&
    (decidingSubscription(facts, NOW_MS)?.id ?? null) === law.subscriptionId
  );
}

/** A subscription as Stripe's API has it, with its latest invoice. */
function stripeSubscription(status: SubscriptionStatus, at: number, unpaidDays: number): Stripe.Subscription {
  const slot = SLOTS[at];
  if (!slot) throw new Error('more subscriptions than slots');
  const isEnding = status === 'active' && at === 1;
  const periodEnd = NOW_S + slot.periodEndDays * DAY_S;
  return {
    id: slot.id,
    status,
    created: NOW_S + slot.createdDays * DAY_S,
    trial_end: HAD_TRIAL.has(status) ? NOW_S + 4 * DAY_S : null,
    cancel_at: isEnding ? periodEnd : null,
    cancel_at_period_end: isEnding,
    customer: 'cus_1',
    latest_invoice: invoiceOf(OWES.has(status), at, NOW_S - unpaidDays * DAY_S),
    items: { data: [itemOf(slot.plan, at, periodEnd)] },
  } as unknown as Stripe.Subscription;
}

function invoiceOf(isOpen: boolean, at: number, created: number): object {
  const amounts = { total: 9700, amount_remaining: isOpen ? 9700 : 0 };
  return { id: `in_${at}`, number: null, ...amounts, status: isOpen ? 'open' : 'paid', created };
}

function itemOf(plan: PlanId, at: number, periodEnd: number): object {
  const lookupKey = `leadpulse_${plan}_monthly`;
  return {
    id: `si_${at}`,
    current_period_start: NOW_S - 10 * DAY_S,
    current_period_end: periodEnd,
    price: { id: `price_${at}`, lookup_key: lookupKey, product: `leadpulse_${plan}`, metadata: {} },
  };
}

function sequencesOf<T>(items: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return sequencesOf(items, length - 1).flatMap((start) => items.map((item) => [...start, item]));
}
