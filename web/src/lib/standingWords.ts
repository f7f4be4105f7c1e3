import type { AccessStatus, MonthlyUse, Org } from '@leadpulse/model';
import {
  DAY_MS,
  GRACE_DAYS,
  PLANS,
  isUsedUp,
  maySend,
  messageLevelIn,
  monthEnd,
  monthOf,
  planOf,
} from '@leadpulse/model';
import { money } from './money.js';
import { longDate } from './time.js';

type Access = Org['access'];

/** Where an organization stands with its plan: what holds now, and what happens next and when. */
export interface PlanWords {
  is: string;
  next: string;
}

/** What everybody in an organization is told on every screen. */
export interface StandingWords {
  about: 'stopped' | 'used-up' | 'overdue' | 'ending' | 'trial' | 'near';
  words: string;
  way: Way | null; // null: nothing but to wait
}

/** What an owner does about it. */
export type Way = 'choose' | 'choose-larger' | 'pay' | 'keep';

/** The way, as an owner's link says it, and what others ask an owner for. */
export const WAY_WORDS: Record<Way, { own: string; others: string }> = {
  choose: { own: 'Choose a plan', others: 'Ask an owner to choose a plan.' },
  'choose-larger': { own: 'Choose a larger plan', others: 'Ask an owner to choose a larger plan.' },
  pay: { own: 'Pay the invoice', others: 'Ask an owner to pay the invoice.' },
  keep: { own: 'Keep the plan', others: 'Ask an owner if the plan is to be kept.' },
};

const MINUTE_MS = 60_000; // `now` is a begun minute: the first one of a trial is not a fifteenth day
const TOLD_DAYS = 3; // before an end
const STILL_SAVED = 'Nothing is sent; what comes in is still saved.';

/** The days until a moment, a begun one included. */
export function daysLeft(atMs: number, now: number): number {
  return Math.max(0, Math.ceil((atMs - now - MINUTE_MS) / DAY_MS));
}

/** Where the plan stands; words about a trial, a payment or an end are here and nowhere else. */
export function planWords(access: Access, now: number): PlanWords {
  return BY_STATUS[access.status](access, now);
}

const BY_STATUS: Record<AccessStatus, (access: Access, now: number) => PlanWords> = {
  trialing: (access, now) => (access.planId === null ? trialWords(access, now) : planTrialWords(access, now)),
  active: (access) => {
    const until = dateOf(access.currentPeriodEnd);
    if (!access.cancelAtPeriodEnd) return { is: nameAndPrice(access), next: until && `Renews on ${until}.` };
    return {
      is: `${nameOf(access)} is canceled${until && ` and works until ${until}`}.`,
      next: 'Then sending pauses. What comes in is still saved, and nothing is deleted.',
    };
  },
  past_due: (access, now) => {
    const end = access.graceEndsAt?.toMillis();
    if (end === undefined) return { is: `${nameOf(access)}: a payment failed.`, next: 'It is tried again.' };
    const failed = `The payment of ${longDate(end - GRACE_DAYS * DAY_MS)} failed`;
    return end > now
      ? {
          is: `${nameAndPrice(access)} ${failed}.`,
          next: `It is tried again. Sending stops on ${longDate(end)} unless it is paid.`,
        }
      : { is: `${failed} and is overdue.`, next: `${STILL_SAVED} It goes on once the invoice is paid.` };
  },
  paused: (access) =>
    access.planId === null
      ? {
          is: 'Paused: the free trial has ended, and no plan was chosen.',
          next: `${STILL_SAVED} It goes on once there is a plan.`,
        }
      : {
          is: `${nameOf(access)} is paused: its payment is overdue.`,
          next: `${STILL_SAVED} It goes on once the payment is made.`,
        },
  canceled: (access, now) => {
    const end = access.currentPeriodEnd?.toMillis() ?? now;
    return {
      is: `${nameOf(access)} has ended${end < now ? ` on ${longDate(end)}` : ''}.`,
      next: `${STILL_SAVED} Nothing was deleted.`,
    };
  },
};

function trialWords({ trialEndsAt }: Access, now: number): PlanWords {
  if (trialEndsAt === null) return { is: 'Free trial of everything.', next: '' };
  const end = trialEndsAt.toMillis();
  if (end <= now) {
    return { is: 'The free trial has ended.', next: `${STILL_SAVED} It goes on once there is a plan.` };
  }
  return {
    is: `Free trial: ${daysWords(end, now)}.`,
    next: `On ${longDate(end)} sending pauses unless a plan is chosen.`,
  };
}

/** A plan that was chosen during the trial. */
function planTrialWords(access: Access, now: number): PlanWords {
  const end = access.trialEndsAt?.toMillis() ?? now;
  const price = planOf(access.planId)?.monthlyCents;
  const left = end > now ? daysWords(end, now) : 'it has ended';
  if (access.cancelAtPeriodEnd) {
    return {
      is: `${nameOf(access)} is canceled. Its free trial: ${left}.`,
      next: `On ${longDate(end)} sending pauses, and nothing is charged.`,
    };
  }
  return {
    is: `${nameOf(access)}, free trial: ${left}.`,
    next: `The first payment${price === undefined ? '' : ` of ${money(price)}`} is on ${longDate(end)}.`,
  };
}

function daysWords(end: number, now: number): string {
  const days = daysLeft(end, now);
  return days <= 1 ? 'it ends within a day' : `${days} days left`;
}

function nameOf({ planId }: Access): string {
  return planOf(planId)?.name ?? 'Your plan';
}

function nameAndPrice({ planId }: Access): string {
  const plan = planOf(planId);
  return plan === null ? 'Your plan is active.' : `${plan.name}, ${money(plan.monthlyCents)} a month.`;
}

function dateOf(moment: { toMillis(): number } | null): string {
  return moment === null ? '' : longDate(moment.toMillis());
}

/** The most serious thing to tell about the plan and the month's messages; null: nothing now. */
export function standingWords(
  access: Access,
  monthlyUse: MonthlyUse | null | undefined,
  now: number,
): StandingWords | null {
  const { is, next } = planWords(access, now);
  if (!maySend(access, now)) {
    return { about: 'stopped', words: `${is} ${STILL_SAVED}`, way: wayOutOf(access) };
  }
  const anew = longDate(monthEnd(monthOf(now)), 'UTC');
  if (isUsedUp(monthlyUse, now)) {
    return {
      about: 'used-up',
      words: `This month’s messages are used up. Nothing is sent until ${anew}; what comes in is still saved.`,
      way: largerThan(access),
    };
  }
  if (access.status === 'past_due') return { about: 'overdue', words: `${is} ${next}`, way: 'pay' };
  return endWords(access, now) ?? nearWords({ access, monthlyUse, now, anew });
}

function largerThan({ planId }: Access): Way | null {
  return planId === PLANS.at(-1)?.id ? null : 'choose-larger';
}

function wayOutOf({ status, planId }: Access): Way {
  return status === 'past_due' || (status === 'paused' && planId !== null) ? 'pay' : 'choose';
}

/** The last days of a trial without a plan, or of a plan that was canceled. */
function endWords(access: Access, now: number): StandingWords | null {
  const isTrial = access.status === 'trialing' && access.planId === null;
  const end = (isTrial ? access.trialEndsAt : access.currentPeriodEnd)?.toMillis();
  if (end === undefined || !(isTrial || access.cancelAtPeriodEnd)) return null;
  if (daysLeft(end, now) > TOLD_DAYS) return null;
  const { is, next } = planWords(access, now);
  return { about: isTrial ? 'trial' : 'ending', words: `${is} ${next}`, way: isTrial ? 'choose' : 'keep' };
}

interface Asked {
  access: Access;
  monthlyUse: MonthlyUse | null | undefined;
  now: number;
  anew: string; // when the next month begins
}

function nearWords({ access, monthlyUse, now, anew }: Asked): StandingWords | null {
  if (messageLevelIn(monthlyUse, monthOf(now)) !== 'near') return null;
  return {
    about: 'near',
    words: `More than 80 % of this month’s messages are used. At 100 % sending stops until ${anew}.`,
    way: largerThan(access),
  };
}
