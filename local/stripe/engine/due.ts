import type Stripe from 'stripe';
import { DAY, HOUR } from './calendar.js';
import { giveUpAt } from './dunning.js';
import { currentPeriod } from './lifecycle.js';

/** Something that time itself does. */
export interface Due {
  at: number;
  what:
    | 'cancel'
    | 'end-trial'
    | 'expire'
    | 'expire-session'
    | 'finalize'
    | 'give-up'
    | 'renew'
    | 'resume-collection'
    | 'retry'
    | 'trial-notice'
    | 'void-invoice';
  id: string;
}

export const TRIAL_NOTICE_SECONDS = 3 * DAY;
const INCOMPLETE_SECONDS = 23 * HOUR;

/** What is to come for a subscription, what ends it before what goes on. */
export function dueOfSubscription(subscription: Stripe.Subscription, noticedTrialEnd: number | null): Due[] {
  const { id, status, trial_end: trialEnd } = subscription;
  const due = (what: Due['what'], at: number | null | undefined): Due[] =>
    typeof at === 'number' ? [{ what, at, id }] : [];
  const ends = due('cancel', subscription.cancel_at);
  const resumes = due('resume-collection', subscription.pause_collection?.resumes_at);
  switch (status) {
    case 'trialing': {
      const notice =
        noticedTrialEnd === trialEnd ? [] : due('trial-notice', (trialEnd ?? 0) - TRIAL_NOTICE_SECONDS);
      return [...ends, ...notice, ...due('end-trial', trialEnd)];
    }
    case 'active':
    case 'past_due':
    case 'unpaid':
      return [...ends, ...resumes, ...due('renew', currentPeriod(subscription).end)];
    case 'paused':
      return ends;
    case 'incomplete':
      return due('expire', subscription.created + INCOMPLETE_SECONDS);
    default:
      return [];
  }
}

export function dueOfInvoice(invoice: Stripe.Invoice): Due[] {
  const { id, status, attempted, auto_advance: advances, automatically_finalizes_at: finalizesAt } = invoice;
  if (status === 'draft')
    return advances && finalizesAt !== null ? [{ what: 'finalize', at: finalizesAt, id }] : [];
  const finalizedAt = invoice.status_transitions.finalized_at;
  if (status !== 'open' || finalizedAt === null) return [];
  if (isResumption(invoice)) return [{ what: 'void-invoice', at: finalizedAt + INCOMPLETE_SECONDS, id }];
  if (!advances || !attempted) return [];
  return invoice.next_payment_attempt === null
    ? [{ what: 'give-up', at: giveUpAt(finalizedAt), id }]
    : [{ what: 'retry', at: invoice.next_payment_attempt, id }];
}

/** The invoice of a subscription that is to go on: the only one of a period that is open without an attempt. */
function isResumption({ attempted, billing_reason: reason }: Stripe.Invoice): boolean {
  return !attempted && reason === 'subscription_cycle';
}

export function dueOfSession(session: Stripe.Checkout.Session): Due[] {
  return session.status === 'open'
    ? [{ what: 'expire-session', at: session.expires_at, id: session.id }]
    : [];
}
