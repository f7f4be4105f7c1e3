import { PLAN_IDS } from '@leadpulse/model';
import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Random } from '../../../local/seed/random.js';
import { randomFrom } from '../../../local/seed/random.js';
import type { Instance } from './instance.js';
import { startInstance } from './instance.js';
import { lawOf } from './law.js';
import type { Payer } from './payer.js';
import { buy, priceOf, seedPayer } from './payer.js';
import type { Told } from './stripeSide.js';
import { deliver, hookUrl, isTaken, stripeApi, stripeControl, Telling } from './stripeSide.js';
import type { Standing } from './verdict.js';
import { auditFaults, differences, standingOf } from './verdict.js';

const OVERLAPPING = 3;
const LATENCY_MS = { from: 0, to: 60 };
const RUNS_A_CUSTOMER = 25;

export interface RacesReport {
  races: number;
  wrongRaces: number;
  faults: string[];
}

interface Asked {
  count: number;
  width: number;
  seed: number;
}

/**
 * Three webhooks for one customer overlap, in as many processes as the cloud might have, while the subscription changes in
 * between and Stripe is slow now and then. When all are answered, the organization has what Stripe has.
 */
export async function race({ count, width, seed }: Asked): Promise<RacesReport> {
  const report: RacesReport = { races: count, wrongRaces: 0, faults: [] };
  const instances = await Promise.all([startInstance(), startInstance()]);
  await stripeControl().setLatency(LATENCY_MS.from, LATENCY_MS.to);
  try {
    const customers = Array.from({ length: Math.ceil(count / RUNS_A_CUSTOMER) }, (_, at) => at);
    await pLimit(width).map(customers, async (at) => {
      const runs = Math.min(RUNS_A_CUSTOMER, count - at * RUNS_A_CUSTOMER);
      await raceOn(await seedRunner(), { instances, random: randomFrom(seed + at), runs, report });
    });
  } finally {
    await stripeControl().setLatency(0, 0);
    for (const instance of instances) instance.stop();
  }
  return report;
}

interface Runner {
  payer: Payer;
  subscriptionId: string;
  itemId: string;
  telling: Telling;
  history: Standing[];
}

async function seedRunner(): Promise<Runner> {
  const payer = await seedPayer();
  await buy(payer, 'starter');
  const { subscriptions } = await stripeControl().customerState(payer.customerId);
  const [subscription] = subscriptions;
  const [item] = subscription?.items.data ?? [];
  if (!subscription || !item) throw new Error('nothing was bought');
  const telling = new Telling(payer.customerId);
  const runner = { payer, subscriptionId: subscription.id, itemId: item.id, telling, history: [] };
  await note(runner);
  return runner;
}

interface Setting {
  instances: readonly Instance[];
  random: Random;
  runs: number;
  report: RacesReport;
}

async function raceOn(runner: Runner, { instances, random, runs, report }: Setting): Promise<void> {
  const urls = [hookUrl(), ...instances.map(({ url }) => url)];
  const { payer } = runner;
  for (let run = 1; run <= runs; run += 1) {
    const faults: string[] = [];
    const answers: Promise<void>[] = [];
    for (let hook = 0; hook < OVERLAPPING; hook += 1) {
      const event = await change(runner, random);
      answers.push(
        deliver(event, random.pick(urls)).then((answer) => {
          if (!isTaken(answer)) faults.push(`${event.type} was answered ${answer.status} ${answer.outcome}`);
        }),
      );
      await wait(random.int(0, 30));
    }
    await Promise.all(answers);
    faults.push(...(await differences(payer, () => true)));
    if (faults.length === 0) continue;
    report.wrongRaces += 1;
    report.faults.push(...faults.map((fault) => `race ${run} of ${payer.orgId}: ${fault}`));
  }
  report.faults.push(...(await auditFaults(payer, runner.history)));
}

/** Something changes at Stripe; the newest event that tells of it. */
async function change(runner: Runner, random: Random): Promise<Told> {
  const { payer, subscriptionId, itemId, telling } = runner;
  const { customerId } = payer;
  const stripe = stripeApi();
  if (random.chance(0.45)) {
    await stripe.subscriptions.update(subscriptionId, {
      items: [{ id: itemId, price: priceOf(random.pick(PLAN_IDS)) }],
      proration_behavior: random.pick(['none', 'none', 'always_invoice']),
    });
  } else if (random.chance(0.6)) {
    await stripe.subscriptions.update(subscriptionId, { cancel_at_period_end: random.chance(0.5) });
  } else {
    await stripe.customers.update(customerId, { balance: -random.int(0, 5000) });
  }
  await note(runner);
  const newest = (await telling.listen()).at(-1);
  if (!newest) throw new Error('nothing was told');
  return newest;
}

async function note({ payer, history }: Runner): Promise<void> {
  const atStripe = await stripeControl().customerState(payer.customerId);
  history.push(standingOf(lawOf(atStripe, payer.ownTrialEndsAtMs, Date.now()).access));
}
