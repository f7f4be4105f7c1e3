import { expect } from 'chai';
import type { SubscriptionFacts } from './access.js';
import { accessOf, DAY_MS } from './access.js';
import type { BillingNotice } from './billing.js';
import { emptyBilling } from './billing.js';
import { dueNotices, nextAction, NOTICE_CLAIM_MS } from './billingNotices.js';
import type { BillingState, StripeTruth } from './billingPlan.js';
import { planSync, planTime } from './billingPlan.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const HOUR_MS = 60 * 60_000;
const days = (count: number): number => NOW + count * DAY_MS;

function subscription(fields: Partial<SubscriptionFacts>): SubscriptionFacts {
  return {
    ...{ id: 'sub_1', status: 'active', planId: 'growth', createdMs: days(-40), trialEndsAtMs: null },
    ...{ currentPeriodEndMs: days(20), endsAtMs: null, unpaidSinceMs: null },
    ...fields,
  };
}

function truth(subscriptions: SubscriptionFacts[], customerId: string | null = 'cus_1'): StripeTruth {
  return { customerId, subscriptions, invoices: [], hasAllInvoices: false, creditCents: 0, throughMs: NOW };
}

/** The page of an organization that never paid, and whose own trial ends then; null: it never had one. */
function page(ownTrialEndsAtMs: number | null): BillingState {
  return emptyBilling(accessOf([], ownTrialEndsAtMs, NOW));
}

function look(before: BillingState, is: StripeTruth, nowMs: number): BillingState {
  return planSync(before, is, { eventIds: [], nowMs }).state;
}

function marked(
  state: BillingState,
  kinds: readonly BillingNotice[],
  marks: { claimedAtMs?: number; sentAtMs?: number },
): BillingState {
  const notices = { ...state.notices };
  for (const kind of kinds) notices[kind] = { ...notices[kind]!, ...marks };
  return { ...state, notices };
}

/** What happens at a moment, and the mails that are due then. They go out, unless it is said that they do not. */
interface Turn {
  at: number;
  is?: StripeTruth; // a look at Stripe; otherwise nothing but time
  due: BillingNotice[];
  fails?: true;
}

const trial = (trialEndsAtMs: number): StripeTruth =>
  truth([subscription({ status: 'trialing', trialEndsAtMs })]);
const overdue = (unpaidSinceMs: number, ...others: SubscriptionFacts[]): StripeTruth =>
  truth([subscription({ status: 'past_due', unpaidSinceMs }), ...others]);
const only = (status: SubscriptionFacts['status'], unpaidSinceMs: number | null = null): StripeTruth =>
  truth([subscription({ status, unpaidSinceMs })]);
const active = only('active');
const unpaid = subscription({ status: 'unpaid', unpaidSinceMs: days(-1) });
const [bad, worse] = [days(-1), days(29)]; // when two invoices were made that are not paid

/** Each on a page whose own trial ends in ten days, or is over, or never was. */
const STORIES: Record<string, [own: number | null, turns: Turn[]]> = {
  'remind of the end of a trial twice, and tell of it': [
    days(10),
    [
      { at: days(7) - 1, due: [] },
      { at: days(7), due: ['trial-3-days'] },
      { at: days(9) - 1, due: [] },
      { at: days(9), due: ['trial-1-day'] },
      { at: days(10) - 1, due: [] },
      { at: days(10), due: ['paused'] },
      { at: days(11), due: [] },
    ],
  ],
  'remind once of a trial that is looked at on its last day': [
    days(10),
    [
      { at: days(9.5), due: ['trial-1-day'] },
      { at: days(10), due: ['paused'] },
    ],
  ],
  'do not announce a trial that is over': [
    null,
    [
      { at: NOW, is: trial(NOW), due: [] },
      { at: days(1), is: active, due: [] },
    ],
  ],
  'remind once more of a trial that was made longer': [
    null,
    [
      { at: NOW, is: trial(days(2)), due: ['trial-3-days'] },
      { at: days(1), is: trial(days(9)), due: [] },
      { at: days(6), due: ['trial-3-days'] },
      { at: days(8), due: ['trial-1-day'] },
      { at: days(8), is: trial(days(9)), due: [] },
      { at: days(9), is: active, due: [] },
    ],
  ],
  'tell of a payment that failed once, and again of the next': [
    null,
    [
      { at: NOW, is: active, due: [] },
      { at: NOW, is: overdue(bad), due: ['payment-failed'] },
      { at: days(2), is: overdue(bad), due: [] },
      { at: days(3), is: active, due: [] },
      { at: days(4), is: overdue(bad), due: [] },
      { at: days(5), is: active, due: [] },
      { at: days(30), is: overdue(worse), due: ['payment-failed'] },
    ],
  ],
  'tell of a failed payment once, whatever becomes of other subscriptions': [
    null,
    [
      { at: NOW, is: overdue(bad), due: ['payment-failed'] },
      { at: days(1), is: overdue(bad, subscription({ id: 'sub_0', status: 'incomplete' })), due: [] },
      { at: days(2), is: overdue(bad, subscription({ id: 'sub_0', status: 'incomplete_expired' })), due: [] },
      {
        at: days(3),
        is: overdue(bad, subscription({ id: 'sub_2', status: 'canceled', unpaidSinceMs: NOW })),
        due: [],
      },
      { at: days(4), is: overdue(bad, subscription({ id: 'sub_2', status: 'canceled' })), due: [] },
    ],
  ],
  'tell that sending is paused when the grace is over, and not what Stripe makes of it then': [
    null,
    [
      { at: NOW, is: overdue(bad), due: ['payment-failed'] },
      { at: days(6) - 1, due: [] },
      { at: days(6), due: ['paused'] },
      { at: days(7), is: overdue(bad), due: [] },
      { at: days(14), is: only('unpaid', bad), due: [] },
      { at: days(15), is: truth([unpaid, subscription({ id: 'sub_2', status: 'incomplete' })]), due: [] },
      { at: days(20), is: only('canceled', bad), due: [] },
    ],
  ],
  'tell of each time that sending is paused': [
    null,
    [
      { at: NOW, is: active, due: [] },
      { at: NOW, is: only('unpaid', bad), due: ['paused'] },
      { at: days(1), is: active, due: [] },
      { at: days(30), is: only('unpaid', worse), due: ['paused'] },
      { at: days(31), is: only('paused', worse), due: [] },
    ],
  ],
  'tell that a trial without a card is paused': [
    null,
    [
      { at: NOW, is: trial(days(20)), due: [] },
      { at: days(20), is: only('paused'), due: ['paused'] },
    ],
  ],
  'tell nothing of an end that was asked for': [
    days(-30),
    [
      { at: NOW, is: active, due: [] },
      { at: days(20), is: only('canceled'), due: [] },
      { at: days(40), due: [] },
      { at: days(41), is: truth([], null), due: [] },
    ],
  ],
  'tell of a customer who is gone at Stripe': [
    days(-30),
    [
      { at: NOW, is: active, due: [] },
      { at: days(1), is: truth([], null), due: ['paused'] },
    ],
  ],
  'stay due until one goes out': [
    null,
    [
      { at: NOW, is: overdue(bad), due: ['payment-failed'], fails: true },
      { at: NOW + HOUR_MS, due: ['payment-failed'], fails: true },
      { at: days(1), is: overdue(bad), due: ['payment-failed'] },
      { at: days(2), due: [] },
    ],
  ],
  'that did not go out in time are not sent when they are true no more': [
    days(10),
    [
      { at: days(7), due: ['trial-3-days'], fails: true },
      { at: days(9), due: ['trial-1-day'], fails: true },
      { at: days(10), due: ['paused'], fails: true },
      { at: days(11), is: overdue(days(11)), due: ['payment-failed'], fails: true },
      { at: days(12), is: active, due: [] },
    ],
  ],
};

describe('mails about billing', () => {
  for (const [title, [own, turns]] of Object.entries(STORIES)) {
    it(title, () => {
      let state = page(own);
      for (const [turn, { at, is, due, fails }] of turns.entries()) {
        const then = is ? look(state, is, at) : planTime(state, at).state;
        expect(dueNotices(then.notices, at), `turn ${turn + 1}`).to.deep.equal(due);
        state = marked(then, due, fails ? { claimedAtMs: at } : { claimedAtMs: at, sentAtMs: at });
      }
    });
  }

  it('tell of a trial that was given anew when it ends anew', () => {
    const over = marked(planTime(page(days(1)), days(1)).state, ['paused'], { sentAtMs: days(1) });
    const anew = planTime({ ...over, ownTrialEndsAtMs: days(20) }, days(2)).state;
    expect(dueNotices(anew.notices, days(2))).to.deep.equal([]);
    expect(dueNotices(planTime(anew, days(20)).state.notices, days(20))).to.deep.equal(['paused']);
  });
});

describe('the next moment to look at a page', () => {
  it('reminds first of the end of a new trial', () =>
    expect(nextAction(page(days(14)), NOW)).to.equal(days(11)));

  it('loses no reminder whose moment passes while a mail goes out', () => {
    const due = look(page(days(10)), truth([]), days(9) - 1);
    const late = marked(due, ['trial-3-days'], { sentAtMs: days(9) + 1 });
    expect(nextAction(late, days(9) + 1)).to.equal(days(9));
    expect(dueNotices(planTime(late, days(9) + 2).state.notices, days(9) + 2)).to.deep.equal(['trial-1-day']);
  });
});

describe('a claim of a mail', () => {
  const state = look(page(null), overdue(bad), NOW);
  const claimed = marked(state, ['payment-failed'], { claimedAtMs: NOW });
  const again = NOW + NOTICE_CLAIM_MS;

  it('holds for ten minutes, in which nobody else sends', () => {
    expect(NOTICE_CLAIM_MS).to.equal(10 * 60_000);
    expect(dueNotices(state.notices, NOW)).to.deep.equal(['payment-failed']);
    expect(dueNotices(claimed.notices, again - 1)).to.deep.equal([]);
    expect(planTime(claimed, again - 1)).to.include({ hasChanged: false, nextActionMs: again });
  });

  it('of a dead process is taken up by the next', () => {
    expect(dueNotices(claimed.notices, again)).to.deep.equal(['payment-failed']);
    const taken = marked(claimed, ['payment-failed'], { claimedAtMs: again });
    expect(nextAction(taken, again)).to.equal(again + NOTICE_CLAIM_MS);
  });

  it('ends with the mail that is sent', () => {
    const sent = marked(claimed, ['payment-failed'], { sentAtMs: NOW + 1 });
    expect(dueNotices(sent.notices, days(1))).to.deep.equal([]);
    expect(nextAction(sent, NOW)).to.equal(days(6)); // the end of the grace
  });
});
