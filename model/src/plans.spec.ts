import { expect } from 'chai';
import {
  allowancesOf,
  PLAN_IDS,
  planOf,
  planOfLookupKey,
  PLANS,
  TRIAL_ALLOWANCES,
  type Allowances,
} from './plans.js';

/** What the landing page, the terms and Stripe's catalogue say; a change here is a change of the offer. */
const OFFER = [
  {
    name: 'Starter',
    dollars: 97,
    suits: 'For a small team that answers by hand.',
    lookupKey: 'leadpulse_starter_monthly',
    is: [3, 2_500, 2_500, 2_000],
  },
  {
    name: 'Growth',
    dollars: 197,
    suits: 'For a team with leads coming in all day.',
    lookupKey: 'leadpulse_growth_monthly',
    is: [10, 15_000, 10_000, 10_000],
  },
  {
    name: 'Scale',
    dollars: 397,
    suits: 'For several teams under one roof.',
    lookupKey: 'leadpulse_scale_monthly',
    is: [30, 100_000, 50_000, 50_000],
  },
];

const amounts = ({ accounts, contacts, messages, aiCredits }: Allowances): number[] => [
  accounts,
  contacts,
  messages,
  aiCredits,
];

describe('the catalogue of plans', () => {
  it('is the three that are offered, at their prices, by the keys that Stripe knows them by', () =>
    expect(
      PLANS.map(({ name, monthlyCents, suits, lookupKey, allowances }) => ({
        ...{ name, dollars: monthlyCents / 100, suits, lookupKey },
        is: amounts(allowances),
      })),
    ).to.deep.equal(OFFER));

  it('has the plans of the ids that people can choose, in the same order', () =>
    expect(PLANS.map(({ id }) => id)).to.deep.equal([...PLAN_IDS]));

  it('is told cheapest first, and more costs more', () => {
    for (const [at, plan] of PLANS.slice(1).entries()) {
      const cheaper = PLANS[at]!;
      expect(plan.monthlyCents).to.be.above(cheaper.monthlyCents);
      for (const [what, amount] of amounts(plan.allowances).entries())
        expect(amount, `${plan.name}, allowance ${what}`).to.be.above(amounts(cheaper.allowances)[what]!);
    }
  });

  for (const key of ['id', 'name', 'lookupKey', 'monthlyCents', 'suits'] as const) {
    it(`has no two plans of the same ${key}`, () =>
      expect(new Set(PLANS.map((plan) => plan[key]))).to.have.lengthOf(PLANS.length));
  }

  it('calls one plan the most popular, Growth', () =>
    expect(PLANS.filter(({ isPopular }) => isPopular).map(({ id }) => id)).to.deep.equal(['growth']));

  it('counts in whole cents and whole things', () => {
    for (const { monthlyCents, allowances } of PLANS)
      for (const amount of [monthlyCents, ...amounts(allowances)])
        expect(Number.isSafeInteger(amount) && amount > 0).to.be.true;
  });

  for (const plan of PLANS) {
    it(`finds ${plan.name} by its id and by its lookup key`, () => {
      expect(planOf(plan.id)).to.equal(plan);
      expect(planOfLookupKey(plan.lookupKey)).to.equal(plan);
      expect(allowancesOf(plan.id)).to.equal(plan.allowances);
    });
  }

  for (const unknown of [null, '', 'Growth', 'enterprise', 'leadpulse_growth_yearly', 'constructor']) {
    it(`has no plan for ${JSON.stringify(unknown)}, and gives what a trial has`, () => {
      expect(planOf(unknown)).to.equal(null);
      expect(planOfLookupKey(unknown)).to.equal(null);
      expect(allowancesOf(unknown)).to.equal(TRIAL_ALLOWANCES);
    });
  }
});

describe('the trial', () => {
  it('is of everything: as much as Growth, with 2,000 AI credits', () => {
    const { accounts, contacts, messages } = planOf('growth')!.allowances;
    expect(TRIAL_ALLOWANCES).to.deep.equal({ accounts, contacts, messages, aiCredits: 2_000 });
  });

  it('lets nobody use what no plan has room for', () => {
    const largest = amounts(PLANS.at(-1)!.allowances);
    for (const [what, amount] of amounts(TRIAL_ALLOWANCES).entries())
      expect(amount).to.be.at.most(largest[what]!);
  });
});
