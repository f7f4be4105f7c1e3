import type { Org, Plan, SubscriptionFacts } from '@leadpulse/model';
import { daysLeft } from '../../lib/standingWords.js';
import { longDate } from '../../lib/time.js';

/** What the card of a plan offers. */
export type PlanOffer = 'choose' | 'switch' | 'current' | 'nothing';

type Access = Org['access'];

export function offerOf(
  { id }: Pick<Plan, 'id'>,
  access: Access,
  subscription: SubscriptionFacts | null,
): PlanOffer {
  if (subscription === null) return 'choose';
  if (access.planId === id) return 'current';
  return isPaidUp(access) && !access.cancelAtPeriodEnd ? 'switch' : 'nothing';
}

/** What goes for all cards: why there is nothing to press, or what becomes of the trial. */
export function offersNote(access: Access, subscription: SubscriptionFacts | null, now: number): string {
  if (subscription === null) return trialNote(access, now);
  if (!isPaidUp(access)) return 'A payment is overdue. Pay the open invoice, then you can switch.';
  if (access.cancelAtPeriodEnd) return 'Your plan is canceled. Keep it first, then you can switch.';
  return 'You can switch at any time. You see what it costs before anything is charged.';
}

function isPaidUp({ status }: Access): boolean {
  return status === 'active' || status === 'trialing';
}

function trialNote({ status, trialEndsAt }: Access, now: number): string {
  const end = trialEndsAt?.toMillis() ?? 0;
  const days = daysLeft(end, now);
  if (status !== 'trialing' || days === 0) return 'The first month is paid when you choose.';
  return days <= 2
    ? 'The rest of your trial stays free, whichever you choose.' // Stripe makes it two days at least
    : `Your ${days} trial days stay free, whichever you choose: the first payment is on ${longDate(end)}.`;
}
