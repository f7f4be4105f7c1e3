import type { Moment } from './moment.js';

/** What an organization may do, by what it pays. Without zod, so that every screen can ask it. */
export const ACCESS_STATUSES = ['trialing', 'active', 'past_due', 'paused', 'canceled'] as const;
export type AccessStatus = (typeof ACCESS_STATUSES)[number];

/** Stripe's words for the state of a subscription. https://docs.stripe.com/api/subscriptions/object#subscription_object-status */
export const SUBSCRIPTION_STATUSES = [
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'canceled',
  'unpaid',
  'paused',
] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

/** After a payment fails, everything goes on for so long while Stripe tries again. */
export const GRACE_DAYS = 7;
export const DAY_MS = 24 * 60 * 60_000;

/** What we keep of one Stripe subscription; moments are epoch ms. */
export interface SubscriptionFacts {
  readonly id: string;
  readonly status: SubscriptionStatus;
  readonly planId: string | null; // null: a price that is not of our catalogue
  readonly createdMs: number;
  readonly trialEndsAtMs: number | null;
  readonly currentPeriodEndMs: number | null;
  readonly endsAtMs: number | null; // when a cancellation that was asked for takes effect
  readonly unpaidSinceMs: number | null; // when the invoice that is open was made; null: none is
}

/** `orgs/{orgId}.access` in epoch ms. */
export interface AccessFacts {
  readonly status: AccessStatus;
  readonly planId: string | null;
  readonly trialEndsAtMs: number | null;
  readonly currentPeriodEndMs: number | null;
  readonly cancelAtPeriodEnd: boolean;
  readonly graceEndsAtMs: number | null; // only while past due
}

/** The better a subscription's standing, the higher; a worse one never takes access that a better one gives. */
const RANK: Record<AccessStatus, number> = { active: 4, trialing: 3, past_due: 2, paused: 1, canceled: 0 };

interface Standing {
  facts: SubscriptionFacts;
  status: AccessStatus;
  graceEndsAtMs: number | null;
}

/**
 * The access that a customer's subscriptions give at a moment, whatever their order. `ownTrialEndsAtMs` is the end of the
 * trial without a card. A past-due subscription has `GRACE_DAYS` from its unpaid invoice on.
 */
export function accessOf(
  subscriptions: readonly SubscriptionFacts[],
  ownTrialEndsAtMs: number | null,
  nowMs: number,
): AccessFacts {
  const [best] = subscriptions.flatMap((facts) => standingOf(facts, nowMs) ?? []).sort(byStanding);
  const isOwnTrial = ownTrialEndsAtMs !== null && ownTrialEndsAtMs > nowMs;
  if (!best || (isOwnTrial && RANK[best.status] <= RANK.paused)) {
    return {
      status: isOwnTrial ? 'trialing' : 'paused',
      planId: null,
      trialEndsAtMs: ownTrialEndsAtMs,
      currentPeriodEndMs: null,
      cancelAtPeriodEnd: false,
      graceEndsAtMs: null,
    };
  }
  const { facts, status, graceEndsAtMs } = best;
  return {
    status,
    planId: facts.planId,
    trialEndsAtMs: status === 'trialing' ? facts.trialEndsAtMs : ownTrialEndsAtMs,
    currentPeriodEndMs: facts.endsAtMs ?? facts.currentPeriodEndMs,
    cancelAtPeriodEnd: facts.endsAtMs !== null && status !== 'canceled',
    graceEndsAtMs,
  };
}

/** The subscription that decides about access, and that plan changes are made to; null: none gives or gave any. */
export function decidingSubscription(
  subscriptions: readonly SubscriptionFacts[],
  nowMs: number,
): SubscriptionFacts | null {
  const [best] = subscriptions.flatMap((facts) => standingOf(facts, nowMs) ?? []).sort(byStanding);
  return best?.facts ?? null;
}

/** Whether Stripe goes on with a subscription: it bills, tries to, or can be taken up again. */
export function isLive({ status }: Pick<SubscriptionFacts, 'status'>): boolean {
  return !['canceled', 'incomplete', 'incomplete_expired'].includes(status);
}

/** What each state of a subscription gives by itself; nothing was given yet where a first payment never came. */
const GIVES: Record<SubscriptionStatus, AccessStatus | null> = {
  incomplete: null,
  incomplete_expired: null,
  trialing: 'trialing',
  active: 'active',
  past_due: 'past_due',
  unpaid: 'paused',
  paused: 'paused',
  canceled: 'canceled',
};

function standingOf(facts: SubscriptionFacts, nowMs: number): Standing | null {
  const status = GIVES[facts.status];
  if (status === null) return null;
  if (status !== 'past_due' || facts.unpaidSinceMs === null) return { facts, status, graceEndsAtMs: null };
  const graceEndsAtMs = facts.unpaidSinceMs + GRACE_DAYS * DAY_MS;
  return graceEndsAtMs > nowMs
    ? { facts, status, graceEndsAtMs }
    : { facts, status: 'paused', graceEndsAtMs: null };
}

function byStanding(a: Standing, b: Standing): number {
  return (
    RANK[b.status] - RANK[a.status] ||
    (b.facts.currentPeriodEndMs ?? 0) - (a.facts.currentPeriodEndMs ?? 0) ||
    b.facts.createdMs - a.facts.createdMs ||
    (a.facts.id < b.facts.id ? -1 : 1)
  );
}

/** The part of `orgs/{orgId}.access` that decides about sending; the rules ask the same. */
export interface SendingAccess {
  readonly status: AccessStatus;
  readonly planId: string | null;
  readonly trialEndsAt: Moment | null;
  readonly graceEndsAt?: Moment | null | undefined;
}

/**
 * Whether messages go out at a moment (epoch ms). A trial without a plan and a grace end by the clock, not by the schedule
 * that writes it down; a trial with a plan goes over into it when Stripe says so.
 */
export function maySend(access: SendingAccess, nowMs: number): boolean {
  const isAhead = (moment: Moment | null | undefined): boolean => !moment || moment.toMillis() > nowMs;
  switch (access.status) {
    case 'active':
      return true;
    case 'trialing':
      return access.planId !== null || isAhead(access.trialEndsAt);
    case 'past_due':
      return isAhead(access.graceEndsAt);
    case 'paused':
    case 'canceled':
      return false;
  }
}
