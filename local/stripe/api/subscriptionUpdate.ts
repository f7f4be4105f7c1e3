import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { kept, nowFor } from '../account.js';
import { cancelingAtPeriodEnd, isOver, withPeriod } from '../engine/lifecycle.js';
import { endTrial } from '../engine/passing.js';
import type { ItemChange } from '../engine/planChange.js';
import { carryOut, linesOfChange, withItems } from '../engine/planChange.js';
import { noticeTrial } from '../engine/start.js';
import { invalid, missingReference, unsupported } from '../wire/errors.js';
import { flag, mergedMetadata, metadata, readParams, trialSettings, whole } from '../wire/params.js';
import { existingPrice } from './catalogue.js';

export const itemsParam = z.array(
  z.strictObject({ id: z.string().optional(), price: z.string().optional(), quantity: whole.optional() }),
);
export const prorationBehavior = z.enum(['always_invoice', 'create_prorations', 'none']);

const updateParams = z.strictObject({
  cancel_at: z.union([z.literal(''), whole]).optional(),
  cancel_at_period_end: flag.optional(),
  cancellation_details: z
    .strictObject({ comment: z.string().optional(), feedback: z.string().optional() })
    .optional(),
  default_payment_method: z.string().optional(),
  items: itemsParam.optional(),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  pause_collection: z
    .union([
      z.literal(''),
      z.strictObject({
        behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']),
        resumes_at: whole.optional(),
      }),
    ])
    .optional(),
  payment_behavior: z
    .enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete', 'pending_if_incomplete'])
    .optional(),
  proration_behavior: prorationBehavior.optional(),
  proration_date: whole.optional(),
  trial_end: z.union([z.literal('now'), whole]).optional(),
  trial_settings: trialSettings.optional(),
});
type Update = z.infer<typeof updateParams>;

export function itemChanges(account: Account, items: z.infer<typeof itemsParam> = []): ItemChange[] {
  return items.map(({ id, price, quantity }, at) => ({
    id,
    quantity,
    price: price === undefined ? undefined : existingPrice(account, price, `items[${at}][price]`),
  }));
}

/** Changes a subscription as asked; one request makes one event of it, and where money moves an invoice. */
export function updateSubscription(
  account: Account,
  before: Stripe.Subscription,
  params: unknown,
): Stripe.Subscription {
  const given = readParams(updateParams, params);
  const at = nowFor(account, before.customer as string);
  if (given.payment_behavior === 'pending_if_incomplete')
    throw unsupported('pending updates', 'payment_behavior');
  if (isOver(before) && Object.keys(given).some((name) => name !== 'metadata')) {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.');
  }
  const plain = withCancellation(withFacts(account, before, given), given, at);
  const after = withItems(withTrialEnd(plain, given.trial_end, at), itemChanges(account, given.items));
  const behavior = given.proration_behavior ?? 'create_prorations';
  const lines = given.items
    ? linesOfChange(account, before, after, behavior, given.proration_date ?? at)
    : [];
  const paymentBehavior = given.payment_behavior ?? 'allow_incomplete';
  const changed = carryOut(account, { before, after, lines, behavior, paymentBehavior, at });
  if (given.trial_end === 'now' && changed.status === 'trialing') endTrial(account, changed, at);
  noticeTrial(account, kept(account, 'subscription', before.id), at);
  return kept(account, 'subscription', before.id);
}

function withFacts(account: Account, before: Stripe.Subscription, given: Update): Stripe.Subscription {
  const card = given.default_payment_method;
  if (card && account.store.get('card', card)?.customer !== before.customer) {
    throw missingReference('PaymentMethod', card, 'default_payment_method');
  }
  return {
    ...before,
    metadata: mergedMetadata(before.metadata, given.metadata),
    ...(card !== undefined && { default_payment_method: card || null }),
    ...(given.trial_settings && { trial_settings: given.trial_settings }),
    ...(given.pause_collection !== undefined && { pause_collection: pauseOf(given.pause_collection) }),
  };
}

function pauseOf(given: NonNullable<Update['pause_collection']>): Stripe.Subscription.PauseCollection | null {
  return given === '' ? null : { behavior: given.behavior, resumes_at: given.resumes_at ?? null };
}

function withCancellation(before: Stripe.Subscription, given: Update, at: number): Stripe.Subscription {
  const { cancel_at: cancelAt, cancel_at_period_end: atPeriodEnd } = given;
  if (cancelAt !== undefined && atPeriodEnd !== undefined) {
    throw invalid('You may only specify one of these parameters: cancel_at, cancel_at_period_end.');
  }
  if (cancelAt !== undefined) return explained(withCancelAt(before, cancelAt || null, at), given);
  const isNew = atPeriodEnd !== undefined && atPeriodEnd !== before.cancel_at_period_end;
  return explained(isNew ? cancelingAtPeriodEnd(before, atPeriodEnd, at) : before, given);
}

function withCancelAt(before: Stripe.Subscription, cancelAt: number | null, at: number): Stripe.Subscription {
  if (cancelAt !== null && cancelAt <= at) throw invalid('cancel_at must be in the future.', 'cancel_at');
  const after = cancelingAtPeriodEnd(before, false, at);
  return { ...after, cancel_at: cancelAt, canceled_at: cancelAt === null ? null : at };
}

function explained(
  after: Stripe.Subscription,
  { cancellation_details: details }: Update,
): Stripe.Subscription {
  if (!details) return after;
  const { comment, feedback } = details;
  const old = after.cancellation_details;
  return {
    ...after,
    cancellation_details: {
      comment: comment ?? old?.comment ?? null,
      feedback: feedback ?? old?.feedback ?? null,
      feedback_option: null,
      reason: old?.reason ?? null,
    },
  };
}

/** A trial may be made longer or shorter; one that is over does not begin again here. */
function withTrialEnd(
  before: Stripe.Subscription,
  trialEnd: Update['trial_end'],
  at: number,
): Stripe.Subscription {
  if (trialEnd === undefined) return before;
  if (before.status !== 'trialing')
    throw unsupported('a trial for a subscription that is not in one', 'trial_end');
  const end = trialEnd === 'now' ? at : trialEnd;
  if (trialEnd !== 'now' && end <= at) throw invalid('trial_end must be in the future.', 'trial_end');
  const period = { start: before.trial_start ?? before.created, end };
  const moved = withPeriod({ ...before, trial_end: end, billing_cycle_anchor: end }, period);
  return moved.cancel_at_period_end ? { ...moved, cancel_at: end } : moved;
}
