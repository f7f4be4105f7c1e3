import { expect } from 'chai';
import type {
  AccessFacts,
  AccessStatus,
  SendingAccess,
  SubscriptionFacts,
  SubscriptionStatus,
} from './access.js';
import {
  ACCESS_STATUSES,
  accessOf,
  DAY_MS,
  decidingSubscription,
  GRACE_DAYS,
  isLive,
  maySend,
  SUBSCRIPTION_STATUSES,
} from './access.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const days = (count: number): number => NOW + count * DAY_MS;

/** How one subscription may stand, and the rung that gives it; null: it gives nothing, and never did. */
const STANDS: Record<SubscriptionStatus | 'past_due for too long', AccessStatus | null> = {
  active: 'active',
  trialing: 'trialing',
  past_due: 'past_due',
  'past_due for too long': 'paused',
  unpaid: 'paused',
  paused: 'paused',
  canceled: 'canceled',
  incomplete: null,
  incomplete_expired: null,
};
type Stand = keyof typeof STANDS;

/** The law, best first: the highest rung that somebody stands on decides, and whoever stands lower takes nothing away. */
const RUNGS = ['active', 'trialing', 'past_due', 'own trial', 'paused', 'canceled'] as const;

/** Three who would win by the period, by age and by id in different orders. */
const SLOTS = [
  { id: 'sub_2', planId: 'starter', createdMs: days(-90), currentPeriodEndMs: days(30) },
  { id: 'sub_3', planId: 'growth', createdMs: days(-20), currentPeriodEndMs: days(20) },
  { id: 'sub_1', planId: 'scale', createdMs: days(-60), currentPeriodEndMs: days(10) },
];

const OWN_TRIALS: Record<string, number | null> = {
  'who never had a trial': null,
  'whose own trial is over': days(-1),
  'whose own trial runs': days(3),
};

function subscription(
  status: SubscriptionStatus,
  fields: Partial<SubscriptionFacts> = {},
): SubscriptionFacts {
  const isUnpaid = status === 'past_due' || status === 'unpaid';
  return {
    ...SLOTS[0]!,
    status,
    trialEndsAtMs: status === 'trialing' ? days(5) : null,
    endsAtMs: null,
    unpaidSinceMs: isUnpaid ? days(-2) : null,
    ...fields,
  };
}

function standing(stand: Stand, slot: Partial<SubscriptionFacts>): SubscriptionFacts {
  return stand === 'past_due for too long'
    ? subscription('past_due', { ...slot, unpaidSinceMs: days(-8) })
    : subscription(stand, slot);
}

/** Every way in which so many subscriptions may stand. */
function combinations(size: number): Stand[][] {
  if (size === 0) return [[]];
  const stands = Object.keys(STANDS) as Stand[];
  return combinations(size - 1).flatMap((others) => stands.map((stand) => [...others, stand]));
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}

const nothing = { planId: null, currentPeriodEndMs: null, cancelAtPeriodEnd: false, graceEndsAtMs: null };

/** What the law says of subscriptions that stand like this, each in its slot. */
function lawful(stands: readonly Stand[], ownTrialEndsAtMs: number | null): AccessFacts {
  for (const rung of RUNGS) {
    if (rung === 'own trial') {
      if (ownTrialEndsAtMs === null || ownTrialEndsAtMs <= NOW) continue;
      return { ...nothing, status: 'trialing', trialEndsAtMs: ownTrialEndsAtMs };
    }
    const there = SLOTS.filter((_, at) => stands[at] !== undefined && STANDS[stands[at]] === rung);
    const latest = Math.max(...there.map(({ currentPeriodEndMs }) => currentPeriodEndMs));
    const winner = there.find(({ currentPeriodEndMs }) => currentPeriodEndMs === latest);
    if (!winner) continue;
    return {
      status: rung,
      planId: winner.planId,
      trialEndsAtMs: rung === 'trialing' ? days(5) : ownTrialEndsAtMs,
      currentPeriodEndMs: latest,
      cancelAtPeriodEnd: false,
      graceEndsAtMs: rung === 'past_due' ? days(5) : null,
    };
  }
  return { ...nothing, status: 'paused', trialEndsAtMs: ownTrialEndsAtMs };
}

const named = (stands: readonly Stand[]): string => stands.join(' + ');
const factsOf = (stands: readonly Stand[]): SubscriptionFacts[] =>
  stands.map((stand, at) => standing(stand, SLOTS[at]!));

describe('Entitlement truth', () => {
  for (const [whose, ownTrialEndsAtMs] of Object.entries(OWN_TRIALS)) {
    for (const size of [0, 1, 2, 3]) {
      const cases = combinations(size);
      const many = size === 1 ? '1 subscription' : `${size} subscriptions`;
      it(`is told of a customer ${whose} by ${many} in whatever order, ${cases.length} ways to stand`, () => {
        for (const stands of cases) {
          const wanted = lawful(stands, ownTrialEndsAtMs);
          for (const facts of permutations(factsOf(stands)))
            expect(accessOf(facts, ownTrialEndsAtMs, NOW), named(stands)).to.deep.equal(wanted);
        }
      });
    }
  }

  it('covers Stripe’s eight states, one to three at a time', () => {
    const isOfEight = (stands: Stand[]): boolean => !stands.includes('past_due for too long');
    const all = [1, 2, 3].flatMap(combinations);
    expect(SUBSCRIPTION_STATUSES).to.have.lengthOf(8);
    expect(all.filter(isOfEight)).to.have.lengthOf(8 + 64 + 512);
    expect(all).to.have.lengthOf(9 + 81 + 729);
  });

  it('is that an old expired subscription takes nothing from a newer active one', () => {
    const old = subscription('canceled', {
      id: 'sub_0',
      currentPeriodEndMs: days(300),
      createdMs: days(-400),
    });
    const live = subscription('active', { planId: 'scale', currentPeriodEndMs: days(1) });
    for (const facts of permutations([old, live, subscription('incomplete_expired', { id: 'sub_9' })]))
      expect(accessOf(facts, null, NOW)).to.include({ status: 'active', planId: 'scale' });
  });

  const ties: [string, Partial<SubscriptionFacts>, Partial<SubscriptionFacts>][] = [
    ['the later period', { currentPeriodEndMs: days(9) }, { currentPeriodEndMs: days(8), createdMs: NOW }],
    ['a known period', { currentPeriodEndMs: days(1) }, { currentPeriodEndMs: null, createdMs: NOW }],
    ['the newer one of the same period', { createdMs: days(-1) }, { createdMs: days(-2), id: 'sub_1' }],
    ['the lesser id when all is alike', { id: 'sub_1' }, { id: 'sub_2' }],
  ];
  for (const status of ['active', 'trialing', 'past_due', 'unpaid', 'canceled'] as const) {
    for (const [what, winning, losing] of ties) {
      it(`is told by ${what} of two that are ${status}`, () => {
        const winner = subscription(status, { id: 'sub_5', planId: 'growth', ...winning });
        const loser = subscription(status, { id: 'sub_6', ...losing });
        for (const facts of permutations([winner, loser])) {
          expect(accessOf(facts, null, NOW).planId).to.equal('growth');
          expect(decidingSubscription(facts, NOW)).to.equal(winner);
        }
      });
    }
  }

  it('changes nothing in what it was told by', () => {
    const facts = Object.freeze(factsOf(['canceled', 'active', 'past_due']).map((one) => Object.freeze(one)));
    accessOf(facts, null, NOW);
    decidingSubscription(facts, NOW);
    expect(facts.map(({ status }) => status)).to.deep.equal(['canceled', 'active', 'past_due']);
  });
});

describe('the subscription that plan changes are made to', () => {
  it('is the best one, whether it gives access or a trial of one’s own does', () => {
    for (const stands of [1, 2, 3].flatMap(combinations)) {
      const wanted = lawful(stands, null).planId; // without a trial of one's own, its plan is the winner's
      for (const facts of permutations(factsOf(stands)))
        expect(decidingSubscription(facts, NOW)?.planId ?? null, named(stands)).to.equal(wanted);
    }
  });

  it('is none where a first payment never came', () =>
    expect(decidingSubscription(factsOf(['incomplete', 'incomplete_expired']), NOW)).to.equal(null));
});

describe('a period of grace', () => {
  const unpaidSinceMs = days(-3);
  const late = [subscription('past_due', { unpaidSinceMs })];
  const end = unpaidSinceMs + GRACE_DAYS * DAY_MS;

  it('lasts seven days from the invoice on, to the millisecond', () => {
    expect(GRACE_DAYS).to.equal(7);
    expect(accessOf(late, null, end - 1)).to.include({ status: 'past_due', graceEndsAtMs: end });
    expect(accessOf(late, null, end)).to.include({
      status: 'paused',
      graceEndsAtMs: null,
      planId: 'starter',
    });
  });

  it('has no end while it is not known since when', () =>
    expect(accessOf([subscription('past_due', { unpaidSinceMs: null })], null, days(999))).to.include({
      status: 'past_due',
      graceEndsAtMs: null,
    }));

  it('comes from no invoice of a subscription that is not past due', () => {
    for (const status of SUBSCRIPTION_STATUSES.filter((one) => one !== 'past_due')) {
      const facts = [subscription(status, { unpaidSinceMs: days(-1) })];
      expect(accessOf(facts, null, NOW).graceEndsAtMs, status).to.equal(null);
    }
  });

  it('that ends leaves a trial of one’s own to go on', () => {
    expect(accessOf(late, days(9), end)).to.include({
      status: 'trialing',
      trialEndsAtMs: days(9),
      planId: null,
    });
    expect(accessOf(late, end, end)).to.include({ status: 'paused', planId: 'starter' });
  });
});

describe('a trial of one’s own', () => {
  it('ends to the millisecond', () => {
    expect(accessOf([], days(3), days(3) - 1).status).to.equal('trialing');
    expect(accessOf([], days(3), days(3)).status).to.equal('paused');
  });
});

describe('a cancellation that was asked for', () => {
  it('is told with the day it takes effect, and not once it has', () => {
    const endsAtMs = days(2);
    for (const status of ['active', 'trialing', 'past_due', 'unpaid'] as const) {
      expect(accessOf([subscription(status, { endsAtMs })], null, NOW), status).to.include({
        cancelAtPeriodEnd: true,
        currentPeriodEndMs: endsAtMs,
      });
    }
    expect(accessOf([subscription('canceled', { endsAtMs })], null, NOW).cancelAtPeriodEnd).to.be.false;
  });
});

describe('a subscription', () => {
  for (const status of SUBSCRIPTION_STATUSES) {
    const goesOn = ['trialing', 'active', 'past_due', 'unpaid', 'paused'].includes(status);
    it(`${goesOn ? 'goes on' : 'is over'} while it is ${status}`, () =>
      expect(isLive({ status })).to.equal(goesOn));
  }
});

const moment = (ms: number) => ({ toMillis: () => ms });
const MOMENTS = {
  'a day ago': moment(days(-1)),
  'this very millisecond': moment(NOW),
  'a millisecond ahead': moment(NOW + 1),
  'a day ahead': moment(days(1)),
  'not set': null,
};

/** The statuses that send by themselves, and what has to be ahead, or not set, for the others. */
function sends({ status, planId, trialEndsAt, graceEndsAt }: SendingAccess): boolean {
  if (status === 'active') return true;
  if (status !== 'trialing' && status !== 'past_due') return false;
  if (status === 'trialing' && planId !== null) return true;
  const end = status === 'trialing' ? trialEndsAt : graceEndsAt;
  return end === null || end === undefined || end.toMillis() > NOW;
}

describe('whether messages go out', () => {
  for (const status of ACCESS_STATUSES) {
    for (const planId of [null, 'growth']) {
      const on = planId === null ? 'without a plan' : 'with a plan';
      for (const [trialEnds, trialEndsAt] of Object.entries(MOMENTS)) {
        const graces = Object.entries({ ...MOMENTS, 'not there': undefined });
        const answers = graces.map(([, graceEndsAt]) => sends({ status, planId, trialEndsAt, graceEndsAt }));
        const isOpen = answers.every(Boolean) ? 'yes' : answers.some(Boolean) ? 'by the grace' : 'no';
        it(`${status} ${on}, the trial’s end ${trialEnds}: ${isOpen}`, () => {
          for (const [grace, graceEndsAt] of graces) {
            const access = { status, planId, trialEndsAt, graceEndsAt };
            expect(maySend(access, NOW), `the grace’s end ${grace}`).to.equal(sends(access));
          }
        });
      }
    }
  }

  it('is never still yes, by what the organization carries, when the truth has become no', () => {
    const carried = (access: AccessFacts): SendingAccess => ({
      status: access.status,
      planId: access.planId,
      trialEndsAt: access.trialEndsAtMs === null ? null : moment(access.trialEndsAtMs),
      graceEndsAt: access.graceEndsAtMs === null ? null : moment(access.graceEndsAtMs),
    });
    const moments = [0, 1, 3, 5, 9].flatMap((count) => [days(count) - 1, days(count)]);
    for (const stands of [0, 1, 2, 3].flatMap(combinations)) {
      for (const ownTrialEndsAtMs of Object.values(OWN_TRIALS)) {
        const facts = factsOf(stands);
        const written = carried(accessOf(facts, ownTrialEndsAtMs, NOW));
        for (const then of moments) {
          const truth = accessOf(facts, ownTrialEndsAtMs, then).status;
          if (truth === 'paused' || truth === 'canceled')
            expect(maySend(written, then), `${named(stands)} at ${then}`).to.be.false;
        }
      }
    }
  });
});
