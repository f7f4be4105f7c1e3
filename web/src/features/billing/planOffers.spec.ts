import type { AccessStatus, Org, SubscriptionFacts } from '@leadpulse/model';
import { PLANS } from '@leadpulse/model';
import { expect } from 'chai';
import { offerOf, offersNote } from './planOffers.js';

const DAY = 86_400_000;

function access(status: AccessStatus, more: Partial<Org['access']> = {}): Org['access'] {
  const none = { trialEndsAt: null, currentPeriodEnd: null, cancelAtPeriodEnd: false };
  return { status, planId: 'growth', ...none, ...more };
}
const subscription: SubscriptionFacts = {
  ...{ id: 'sub_1', status: 'active', planId: 'growth', createdMs: 0, trialEndsAtMs: null },
  ...{ currentPeriodEndMs: null, endsAtMs: null, unpaidSinceMs: null },
};
const offers = (of: Org['access'], live: SubscriptionFacts | null = subscription) =>
  PLANS.map((plan) => offerOf(plan, of, live));

describe('what the cards of the plans offer', () => {
  it('is to choose while nothing runs, also the plan that has ended', () => {
    expect(offers(access('trialing', { planId: null }), null)).to.deep.equal(['choose', 'choose', 'choose']);
    expect(offers(access('canceled'), null)).to.deep.equal(['choose', 'choose', 'choose']);
  });

  it('is to switch from a plan that runs', () => {
    expect(offers(access('active'))).to.deep.equal(['switch', 'current', 'switch']);
    expect(offers(access('trialing'))).to.deep.equal(['switch', 'current', 'switch']);
  });

  it('is nothing while a payment is overdue or the plan is canceled, and says why', () => {
    for (const status of ['past_due', 'paused'] as const) {
      expect(offers(access(status))).to.deep.equal(['nothing', 'current', 'nothing']);
      expect(offersNote(access(status), subscription, 0)).to.match(/overdue/);
    }
    const canceled = access('active', { cancelAtPeriodEnd: true });
    expect(offers(canceled)).to.deep.equal(['nothing', 'current', 'nothing']);
    expect(offersNote(canceled, subscription, 0)).to.match(/Keep it first/);
  });

  it('says that trial days stay free, and when the first payment is', () => {
    const trial = (days: number) =>
      access('trialing', { planId: null, trialEndsAt: { toMillis: () => days * DAY } });
    expect(offersNote(trial(9), null, 0)).to.match(/^Your 9 trial days stay free.* January /);
    expect(offersNote(trial(1.5), null, 0)).to.match(/^The rest of your trial/);
    expect(offersNote(trial(-1), null, 0)).to.match(/paid when you choose/);
    expect(offersNote(access('paused', { planId: null }), null, 0)).to.match(/paid when you choose/);
  });
});
