import type Stripe from 'stripe';
import type { Period } from './calendar.js';
import { periodEndAfter } from './calendar.js';

type Subscription = Stripe.Subscription;

/** What the end of a trial does: with a card, or where none is asked for, the first period begins. */
export function trialOutcome(subscription: Subscription, hasCard: boolean): 'bill' | 'cancel' | 'pause' {
  const wanted = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (hasCard) return 'bill';
  if (wanted === 'cancel') return 'cancel';
  return wanted === 'pause' ? 'pause' : 'bill';
}

export function currentPeriod(subscription: Subscription): Period {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`${subscription.id} has no items`);
  return { start: item.current_period_start, end: item.current_period_end };
}

export function withPeriod(subscription: Subscription, period: Period): Subscription {
  const data = subscription.items.data.map((item) => ({
    ...item,
    current_period_start: period.start,
    current_period_end: period.end,
  }));
  return { ...subscription, items: { ...subscription.items, data } };
}

/** The period after the current one; the anchor keeps the day of the month. */
export function nextPeriod(subscription: Subscription): Period {
  const { end } = currentPeriod(subscription);
  return {
    start: end,
    end: periodEndAfter(subscription.billing_cycle_anchor, end, monthsEach(subscription)),
  };
}

export function renewed(subscription: Subscription): Subscription {
  return withPeriod(subscription, nextPeriod(subscription));
}

/** The first paid period begins at `at`, which becomes the anchor of all that follow. */
export function begun(subscription: Subscription, at: number): Subscription {
  const period = { start: at, end: periodEndAfter(at, at, monthsEach(subscription)) };
  return withPeriod({ ...subscription, status: 'active', billing_cycle_anchor: at }, period);
}

export function canceled(
  subscription: Subscription,
  at: number,
  reason: Stripe.Subscription.CancellationDetails.Reason | null,
): Subscription {
  const { cancellation_details: details } = subscription;
  const unexplained = { comment: null, feedback: null, feedback_option: null, reason };
  return {
    ...subscription,
    status: subscription.status === 'incomplete' ? 'incomplete_expired' : 'canceled',
    canceled_at: subscription.canceled_at ?? at,
    ended_at: at,
    cancellation_details: details ? { ...details, reason: details.reason ?? reason } : unexplained,
  };
}

/** To end with the period it is in, or, taken back, not to end. */
export function cancelingAtPeriodEnd(
  subscription: Subscription,
  isWanted: boolean,
  at: number,
): Subscription {
  return {
    ...subscription,
    cancel_at_period_end: isWanted,
    cancel_at: isWanted ? currentPeriod(subscription).end : null,
    canceled_at: isWanted ? at : null,
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      reason: isWanted ? 'cancellation_requested' : null,
    },
  };
}

/** Only the newest invoice decides: one that was left behind may be paid without opening anything. */
export function statusAfterPayment(subscription: Subscription, isNewest: boolean): Subscription['status'] {
  const { status } = subscription;
  if (status === 'incomplete') return 'active';
  return (status === 'past_due' || status === 'unpaid' || status === 'paused') && isNewest
    ? 'active'
    : status;
}

/** One that is resuming stays paused while its payment is tried again, and is past due when it is not. */
export function statusAfterFailure({ status }: Subscription, isRetried: boolean): Subscription['status'] {
  return status === 'active' || (status === 'paused' && !isRetried) ? 'past_due' : status;
}

export function isOver({ status }: Subscription): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}

export function monthsEach(subscription: Subscription): number {
  const recurring = subscription.items.data[0]?.price.recurring;
  return (recurring?.interval === 'year' ? 12 : 1) * (recurring?.interval_count ?? 1);
}
