import { expect } from 'chai';
import { isDeepStrictEqual } from 'node:util';
import type { AccessFacts, SubscriptionFacts } from './access.js';
import { accessOf, DAY_MS, maySend } from './access.js';
import type { InvoiceFacts } from './billing.js';
import { emptyBilling, invoiceSchema, KEPT_EVENTS, KEPT_INVOICES } from './billing.js';
import { dueNotices, nextAction } from './billingNotices.js';
import type { BillingState, BillingStep, StripeTruth } from './billingPlan.js';
import { isSame, isUnsettled, planSync, planTime } from './billingPlan.js';

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

function invoice(number: number, fields: Partial<InvoiceFacts> = {}): InvoiceFacts {
  return {
    ...{ id: `in_${number}`, number: null, status: 'paid', totalCents: 19_700, dueCents: 0, hostedUrl: null },
    createdMs: days(number - 100),
    ...fields,
  };
}

function truth(subscriptions: SubscriptionFacts[], more: Partial<StripeTruth> = {}): StripeTruth {
  const nothingMore = { invoices: [], hasAllInvoices: false, creditCents: 0, throughMs: NOW };
  return { customerId: 'cus_1', subscriptions, ...nothingMore, ...more };
}

/** The page of an organization that never paid, and whose own trial ends then; null: it never had one. */
function page(ownTrialEndsAtMs: number | null): BillingState {
  return emptyBilling(accessOf([], ownTrialEndsAtMs, NOW));
}

function look(before: BillingState, is: StripeTruth, nowMs = NOW, eventIds: string[] = []): BillingStep {
  return planSync(before, is, { eventIds, nowMs });
}

/** The page once every mail that is due went out. */
function mailed(state: BillingState, nowMs: number): BillingState {
  const notices = { ...state.notices };
  for (const kind of dueNotices(notices, nowMs)) notices[kind] = { ...notices[kind]!, sentAtMs: nowMs };
  return { ...state, notices };
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}

/** As `deep.equal`, which takes its time where things are the same. */
function expectSame(found: BillingStep, wanted: BillingStep): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found).to.deep.equal(wanted);
}

/** How one subscription may stand for time to go on from there. */
const STANDS: Partial<SubscriptionFacts>[] = [
  { status: 'active' },
  { status: 'active', planId: null },
  { status: 'trialing', trialEndsAtMs: NOW + 2 * HOUR_MS },
  { status: 'trialing', trialEndsAtMs: days(2) },
  { status: 'trialing', trialEndsAtMs: days(5), planId: null },
  { status: 'past_due', unpaidSinceMs: days(-1) },
  { status: 'past_due', unpaidSinceMs: days(-5) },
  { status: 'past_due', unpaidSinceMs: days(-8) },
  { status: 'past_due' },
  { status: 'paused' },
  { status: 'canceled' },
  { status: 'incomplete', unpaidSinceMs: days(-1) },
];
const OWN_TRIALS = [null, days(-2), NOW + 5 * HOUR_MS, days(10)];

/** Customers of none to two subscriptions, each with and without a trial of their own. */
const CUSTOMERS = [
  [],
  ...STANDS.map((one) => [subscription(one)]),
  ...STANDS.flatMap((one) =>
    STANDS.map((other) => [
      subscription(one),
      subscription({ planId: 'scale', ...other, id: 'sub_2', currentPeriodEndMs: days(25) }),
    ]),
  ),
].flatMap((subscriptions) => OWN_TRIALS.map((own) => ({ subscriptions, own })));
const each = `for each of ${CUSTOMERS.length} customers`;

describe('a look at Stripe', function () {
  this.timeout(20_000); // on a busy machine
  it(`that tells the same again changes nothing, ${each}`, () => {
    for (const { subscriptions, own } of CUSTOMERS) {
      const is = truth(subscriptions, { invoices: [invoice(1), invoice(2)], creditCents: 500 });
      const first = look(page(own), is, NOW, ['evt_1']);
      const again = look(first.state, { ...is, throughMs: NOW + 5_000 }, NOW, ['evt_2']);
      const state = { ...first.state, eventIds: ['evt_1', 'evt_2'], syncedThroughMs: NOW + 5_000 };
      expect(first.hasChanged).to.be.true;
      expectSame(again, { ...first, state, hasChanged: false });
    }
  });

  it(`gives the same in whatever order Stripe tells it, ${each} and a third subscription`, () => {
    const third = subscription({ id: 'sub_3', status: 'past_due', unpaidSinceMs: days(-3) });
    const invoices = [invoice(3), invoice(1), invoice(2, { createdMs: invoice(1).createdMs })];
    for (const { subscriptions, own } of CUSTOMERS) {
      const told = [...subscriptions, third];
      const wanted = look(page(own), truth(told, { invoices }));
      for (const [at, order] of permutations(told).entries()) {
        const invoicesToo = permutations(invoices)[at % 6]!;
        expectSame(look(page(own), truth(order, { invoices: invoicesToo })), wanted);
      }
    }
  });

  it(`finds what time alone has made of the page, at any later moment, ${each}`, () => {
    for (const { subscriptions, own } of CUSTOMERS) {
      const is = truth(subscriptions);
      const { state } = look(page(own), is);
      for (const then of [0.1, 1, 2, 3, 6, 30].map(days))
        expectSame(look(state, is, then), planTime(state, then));
    }
  });

  it('is the last word, whatever was told before', () => {
    const before = STANDS.map((one) => look(page(days(4)), truth([subscription(one)])).state);
    for (const stand of STANDS) {
      const is = truth([subscription({ ...stand, id: 'sub_2' })], { creditCents: 7 });
      const { access, subscriptions, subscriptionId, creditCents } = look(page(days(4)), is).state;
      for (const state of before)
        expect(look(state, is).state).to.deep.include({ access, subscriptions, subscriptionId, creditCents });
    }
  });

  for (const [what, more] of Object.entries<Partial<StripeTruth>>({
    'another customer': { customerId: 'cus_2' },
    'a subscription more': { subscriptions: [subscription({}), subscription({ id: 'sub_2' })] },
    'an invoice more': { invoices: [invoice(1)] },
    'another credit': { creditCents: 1 },
  })) {
    it(`changes the page by ${what}`, () => {
      const { state } = look(page(null), truth([subscription({})]));
      expect(look(state, truth([subscription({})], more)).hasChanged).to.be.true;
    });
  }

  it('that finds the customer deleted leaves a trial of one’s own, or nothing', () => {
    const gone = truth([], { customerId: null, throughMs: 0 });
    for (const [own, status] of [
      [days(2), 'trialing'],
      [days(-2), 'paused'],
      [null, 'paused'],
    ] as const) {
      const { state } = look(look(page(own), truth([subscription({})])).state, gone);
      expect(state).to.include({ customerId: null, subscriptionId: null, syncedThroughMs: NOW });
      expect(state.access).to.include({ status, planId: null, trialEndsAtMs: own });
    }
  });

  it('remembers the latest events, and never a moment less than it knew', () => {
    const ids = Array.from({ length: KEPT_EVENTS + 5 }, (_, at) => `evt_${at}`);
    const { state } = look(page(null), truth([]), NOW, ids.slice(0, KEPT_EVENTS));
    const later = look(state, truth([], { throughMs: NOW - 1 }), NOW, ids.slice(KEPT_EVENTS)).state;
    expect(later.eventIds).to.deep.equal(ids.slice(5));
    expect(later.syncedThroughMs).to.equal(NOW);
  });

  it('leaves the open checkout and the trial of one’s own alone', () => {
    const checkout = { sessionId: 'cs_1', planId: 'growth', url: 'https://checkout.test' } as const;
    const { state } = look({ ...page(days(3)), checkout }, truth([subscription({})]));
    expect(state).to.deep.include({ checkout, ownTrialEndsAtMs: days(3) });
  });
});

describe('the subscription that decides', () => {
  const late = subscription({ status: 'past_due', unpaidSinceMs: days(-5) });
  const paused = subscription({ id: 'sub_2', status: 'paused', currentPeriodEndMs: days(25) });
  const { state } = look(page(null), truth([late, paused]));

  it('is told by a look and by time alone', () => {
    expect(page(null).subscriptionId).to.equal(null);
    expect(state.subscriptionId).to.equal('sub_1');
    expect(planTime(state, days(2) - 1).state.subscriptionId).to.equal('sub_1');
    expect(planTime(state, days(2)).state.subscriptionId).to.equal('sub_2'); // the grace of the other is over
  });

  it('is none where there is none any more', () =>
    expect(look(state, truth([])).state.subscriptionId).to.equal(null));
});

describe('the invoices of a page', () => {
  const fetched = (known: InvoiceFacts[], ...told: InvoiceFacts[]): InvoiceFacts[] =>
    look(look(page(null), truth([], { invoices: known })).state, truth([], { invoices: told })).state
      .invoices;

  it('are newest first, those that were known among them', () =>
    expect(fetched([invoice(1), invoice(3)], invoice(2), invoice(4))).to.deep.equal(
      [4, 3, 2, 1].map((number) => invoice(number)),
    ));

  it('are only those that Stripe has, once all of them were fetched', () => {
    const { state } = look(page(null), truth([], { invoices: [invoice(1), invoice(2), invoice(3)] }));
    const all = truth([], { invoices: [invoice(3), invoice(1)], hasAllInvoices: true });
    expect(look(state, all).state.invoices).to.deep.equal([invoice(3), invoice(1)]);
    expect(look(state, { ...all, invoices: [] }).state.invoices).to.deep.equal([]);
  });

  for (const status of invoiceSchema.shape.status.options) {
    const isSettled = status === 'paid' || status === 'void';
    it(`are ${isSettled ? 'not ' : ''}asked for by themselves while ${status}`, () =>
      expect(isUnsettled(invoice(1, { status }))).to.equal(!isSettled));
  }

  it('are as they were fetched last', () => {
    const open = invoice(2, { status: 'open', dueCents: 19_700 });
    expect(fetched([open, invoice(1)], invoice(2))).to.deep.equal([invoice(2), invoice(1)]);
    expect(fetched([invoice(2), invoice(1)], open)).to.deep.equal([open, invoice(1)]);
  });

  it(`are the latest ${KEPT_INVOICES}, and an older one that is looked at does not push one out`, () => {
    const many = Array.from({ length: KEPT_INVOICES + 3 }, (_, at) => invoice(at + 1));
    const latest = [...many].reverse().slice(0, KEPT_INVOICES);
    expect(fetched(many)).to.deep.equal(latest);
    expect(fetched(many, many[0]!)).to.deep.equal(latest);
    expect(fetched(many, invoice(90))).to.deep.equal([invoice(90), ...latest.slice(0, -1)]);
  });
});

describe('time', function () {
  this.timeout(20_000); // on a busy machine
  const moment = (ms: number | null) => (ms === null ? null : { toMillis: () => ms });
  const sends = ({ status, planId, trialEndsAtMs, graceEndsAtMs }: AccessFacts, nowMs: number): boolean =>
    maySend(
      { status, planId, trialEndsAt: moment(trialEndsAtMs), graceEndsAt: moment(graceEndsAtMs) },
      nowMs,
    );

  /** Goes from action to action until there is none, and answers how many there were. */
  function outlive(start: BillingState): number {
    let [state, at, actions] = [mailed(start, NOW), NOW, 0];
    for (let next = nextAction(state, at); next !== null; next = nextAction(state, at)) {
      expect(next, 'the next action is ahead').to.be.above(at);
      for (const before of [at, Math.floor((at + next) / 2), next - 1])
        expectSame(planTime(state, before), { state, nextActionMs: next, hasChanged: false });
      const step = planTime(state, next);
      const isDue = dueNotices(step.state.notices, next).length > 0;
      const stops = sends(state.access, next - 1) && !sends(state.access, next);
      expect(step.hasChanged || isDue || stops, 'it does something').to.be.true;
      [state, at, actions] = [mailed(step.state, next), next, actions + 1];
    }
    for (const after of [at, days(30), days(4_000)])
      expectSame(planTime(state, after), { state, nextActionMs: null, hasChanged: false });
    return actions;
  }

  it(`changes something at the next action and nothing before it, ${each}`, () => {
    const counts = CUSTOMERS.map(({ subscriptions, own }) =>
      outlive(look(page(own), truth(subscriptions)).state),
    );
    expect(Math.max(...counts)).to.be.within(4, 8);
    expect(counts.filter((count) => count === 0)).to.not.be.empty;
  });

  it(`does nothing twice at the same moment, ${each}`, () => {
    for (const { subscriptions, own } of CUSTOMERS) {
      const { state } = look(page(own), truth(subscriptions));
      for (const then of [0, 1, 2, 4, 7].map(days)) {
        const step = planTime(state, then);
        expectSame(planTime(step.state, then), { ...step, hasChanged: false });
      }
    }
  });
});

describe('whether two values are the same', () => {
  it('does not depend on the order of keys, and does on everything else', () => {
    expect(isSame({ a: 1, b: { c: [1, { d: null, e: 2 }] } }, { b: { c: [1, { e: 2, d: null }] }, a: 1 })).to
      .be.true;
    expect(isSame({ a: 1 }, { a: 2 })).to.be.false;
    expect(isSame({ a: 1 }, { a: 1, b: null })).to.be.false;
    expect(isSame([1, 2], [2, 1])).to.be.false;
    expect(isSame({ a: null }, { a: 'null' })).to.be.false;
  });
});
