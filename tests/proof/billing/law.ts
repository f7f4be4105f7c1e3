import type { AccessFacts, AccessStatus, InvoiceFacts, SubscriptionFacts } from '@leadpulse/model';
import type Stripe from 'stripe';

/** What Stripe has of a customer, as its own objects; the stand-in's `customerState` is such. */
export interface AtStripe {
  customer: Stripe.Customer | Stripe.DeletedCustomer | null;
  subscriptions: readonly Stripe.Subscription[];
  invoices: readonly Stripe.Invoice[];
}

export interface Lawful {
  customerId: string | null;
  access: AccessFacts;
  subscriptionId: string | null;
  subscriptions: SubscriptionFacts[];
  creditCents: number;
  /** Newest first. A draft that is nobody's latest invoice may or may not be shown. */
  invoices: InvoiceFacts[];
}

const DAY_MS = 86_400_000;
const MOST_INVOICES = 24;

/**
 * The law once more, from Stripe's objects alone and not by the product's code: what an organization's billing page and
 * access must be, given what Stripe has of its customer, the end of its own trial, and the time.
 */
export function lawOf(atStripe: AtStripe, ownTrialEndsAtMs: number | null, nowMs: number): Lawful {
  const { customer } = atStripe;
  const isThere = customer !== null && !('deleted' in customer && customer.deleted);
  const subscriptions = isThere ? [...atStripe.subscriptions] : [];
  const invoices = atStripe.invoices.toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
  const facts = subscriptions.map((subscription) => factsOf(subscription, invoices));
  const balance = isThere && 'balance' in customer ? customer.balance : 0;
  return {
    customerId: isThere ? customer.id : null,
    ...decide(facts, ownTrialEndsAtMs, nowMs),
    subscriptions: facts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    creditCents: subscriptions.length > 0 && balance < 0 ? -balance : 0,
    invoices: invoices.slice(0, MOST_INVOICES).map(invoiceFactsOf),
  };
}

function factsOf(subscription: Stripe.Subscription, invoices: readonly Stripe.Invoice[]): SubscriptionFacts {
  const { id, status, created, trial_end: trialEnd, cancel_at: cancelAt } = subscription;
  const item = itemOf(subscription);
  return {
    id,
    status: status as SubscriptionFacts['status'],
    planId: (item.price.product as string).replace('leadpulse_', ''),
    createdMs: created * 1000,
    trialEndsAtMs: milliseconds(trialEnd),
    currentPeriodEndMs: milliseconds(item.current_period_end),
    endsAtMs: milliseconds(cancelAt),
    unpaidSinceMs: milliseconds(unpaidSince(subscription, invoices)),
  };
}

function itemOf({ items }: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = items.data;
  if (!item) throw new Error('a subscription of nothing');
  return item;
}

/** The invoice that is open; where it is not the latest any more, since the period that nobody paid for. */
function unpaidSince(subscription: Stripe.Subscription, invoices: readonly Stripe.Invoice[]): number | null {
  const latest = invoices.find((invoice) => invoice.id === subscription.latest_invoice);
  if (latest?.status === 'open') return latest.created;
  const owes = subscription.status === 'past_due' || subscription.status === 'unpaid';
  return owes ? itemOf(subscription).current_period_start : null;
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

function invoiceFactsOf(invoice: Stripe.Invoice): InvoiceFacts {
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status as InvoiceFacts['status'],
    totalCents: invoice.total,
    dueCents: invoice.amount_remaining,
    createdMs: invoice.created * 1000,
    hostedUrl: invoice.hosted_invoice_url ?? null,
  };
}

const graceOf = ({ unpaidSinceMs }: SubscriptionFacts): number => (unpaidSinceMs ?? 0) + 7 * DAY_MS;

type Rung = [AccessStatus | 'own trial', (each: SubscriptionFacts) => boolean];

function rungsAt(nowMs: number): Rung[] {
  const inGrace = (each: SubscriptionFacts): boolean => each.status === 'past_due' && graceOf(each) > nowMs;
  return [
    ['active', ({ status }) => status === 'active'],
    ['trialing', ({ status }) => status === 'trialing'],
    ['past_due', inGrace],
    ['own trial', () => false],
    ['paused', (each) => ['paused', 'unpaid', 'past_due'].includes(each.status) && !inGrace(each)],
    ['canceled', ({ status }) => status === 'canceled'],
  ];
}

/** Best first: the first rung that a subscription, or the own trial, stands on decides. */
function decide(
  subscriptions: readonly SubscriptionFacts[],
  ownTrialEndsAtMs: number | null,
  nowMs: number,
): Pick<Lawful, 'access' | 'subscriptionId'> {
  const onRung = rungsAt(nowMs).map(([rung, stands]) => ({
    rung,
    best: bestOf(subscriptions.filter(stands)),
  }));
  const subscriptionId = onRung.find(({ best }) => best)?.best?.id ?? null;
  const isOwnTrial = ownTrialEndsAtMs !== null && ownTrialEndsAtMs > nowMs;
  const first = onRung.find(({ rung, best }) => best ?? (rung === 'own trial' && isOwnTrial));
  const access =
    !first?.best || first.rung === 'own trial'
      ? withoutPlan(isOwnTrial, ownTrialEndsAtMs)
      : withPlan(first.rung, first.best, ownTrialEndsAtMs);
  return { subscriptionId, access };
}

function withoutPlan(isOwnTrial: boolean, trialEndsAtMs: number | null): AccessFacts {
  const none = { planId: null, currentPeriodEndMs: null, cancelAtPeriodEnd: false, graceEndsAtMs: null };
  return { status: isOwnTrial ? 'trialing' : 'paused', trialEndsAtMs, ...none };
}

function withPlan(
  status: AccessStatus,
  best: SubscriptionFacts,
  ownTrialEndsAtMs: number | null,
): AccessFacts {
  return {
    status,
    planId: best.planId,
    trialEndsAtMs: status === 'trialing' ? best.trialEndsAtMs : ownTrialEndsAtMs,
    currentPeriodEndMs: best.endsAtMs ?? best.currentPeriodEndMs,
    cancelAtPeriodEnd: status !== 'canceled' && best.endsAtMs !== null,
    graceEndsAtMs: status === 'past_due' ? graceOf(best) : null,
  };
}

/** Of equals the one that is paid for longest, then the youngest, then the first by name. */
function bestOf(subscriptions: readonly SubscriptionFacts[]): SubscriptionFacts | undefined {
  return subscriptions.reduce<SubscriptionFacts | undefined>((best, each) => {
    if (!best) return each;
    const [a, b] = [each.currentPeriodEndMs ?? 0, best.currentPeriodEndMs ?? 0];
    if (a !== b) return a > b ? each : best;
    if (each.createdMs !== best.createdMs) return each.createdMs > best.createdMs ? each : best;
    return each.id < best.id ? each : best;
  }, undefined);
}
