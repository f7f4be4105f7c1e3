import { expect } from 'chai';
import type { CrashesReport } from '../proof/billing/crashes.js';
import { allCrashes, crash } from '../proof/billing/crashes.js';
import { tryEntitlements } from '../proof/billing/entitlements.js';
import type { LivesReport } from '../proof/billing/lives.js';
import { liveThrough } from '../proof/billing/lives.js';
import type { OrdersReport } from '../proof/billing/orders.js';
import { deliverOrders } from '../proof/billing/orders.js';
import { poison } from '../proof/billing/poison.js';
import type { RacesReport } from '../proof/billing/races.js';
import { race } from '../proof/billing/races.js';

const LIMIT_MS = 300_000; // a limit for a hanging run, not a promise
const WIDTH = 8;
const SEED = 20_251_125;

/** A sample of `npm run proof`, all at once since much of it is waiting; only who kills the webhook is alone. */
describe(`what Stripe tells (seed ${SEED})`, function () {
  this.timeout(LIMIT_MS);
  let orders: OrdersReport;
  let lives: LivesReport;
  let races: RacesReport;
  let crashes: CrashesReport;
  let poisoned: string[];
  let kills: CrashesReport;
  before(async () => {
    const all = allCrashes();
    [orders, lives, races, crashes, poisoned] = await Promise.all([
      deliverOrders({ count: 12, width: WIDTH, seed: SEED }),
      liveThrough({ count: 10, width: WIDTH, seed: SEED }),
      race({ count: 20, width: WIDTH, seed: SEED }),
      crash(
        all.filter(({ isAlone }) => !isAlone),
        WIDTH,
      ),
      poison(),
    ]);
    kills = await crash(
      all.filter(({ isAlone }) => isAlone),
      1,
    );
  });

  it('of a purchase leads to the same in whatever order it comes, each event twice', () => {
    expect(orders.faults).to.deep.equal([]);
    expect(orders).to.include({ orders: 12, wrongOrders: 0, falseAcks: 0 });
  });

  it('leaves an organization as Stripe has it after lives full of changes, lost and late events', () => {
    expect(lives.faults).to.deep.equal([]);
    expect(lives).to.include({ lives: 10, wrongLives: 0, falseAcks: 0 });
  });

  it('three times at once, while the subscription changes, leaves what Stripe has in the end', () => {
    expect(races.faults).to.deep.equal([]);
    expect(races).to.include({ races: 20, wrongRaces: 0 });
  });

  it('is applied after whatever failed, and never answered 2xx before', () => {
    expect([...crashes.faults, ...kills.faults]).to.deep.equal([]);
    expect(crashes).to.include({ wrongCrashes: 0, falseAcks: 0 });
    expect(kills).to.include({ wrongCrashes: 0, falseAcks: 0 });
    expect(crashes.crashPoints).to.be.greaterThan(20);
    expect(kills.crashPoints).to.equal(8);
  });

  it('and we cannot follow is put aside after eight times, with an alert', () => {
    expect(poisoned).to.deep.equal([]);
  });

  it('gives what the law says, in every combination of up to three subscriptions', () => {
    const { faults, entitlementCases } = tryEntitlements();
    expect(faults).to.deep.equal([]);
    expect(entitlementCases).to.be.greaterThan(584 * 3);
  });
});
