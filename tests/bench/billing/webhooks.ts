import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { HOST, PROJECT_ID, REGION } from '../../../local/ports.js';
import { worldPorts } from '../../../local/worldClient.js';
import { startInstance } from '../../proof/billing/instance.js';
import { buy, seedPayer } from '../../proof/billing/payer.js';
import { PURCHASE } from '../../proof/billing/orders.js';
import type { Told } from '../../proof/billing/stripeSide.js';
import { deliver, isTaken, stripeControl, Telling } from '../../proof/billing/stripeSide.js';
import { EMPTY, type Account, type Ledger } from '../counting/ledger.js';
import { absolute, median, relative, say, type Metric } from '../report.js';

const WARM_UP = 2;
const PURCHASES = 10;
const BURSTS = 40;
const WIDTH = 8;
const SETTLED_MS = 300; // a worker writes what it counted within 200

/** anchors.md: firestore-stripe-payments 0.3.12; a duplicate costs it a read, a write and a call. */
const EXTENSION = { reads: 6, writes: 8, calls: 5 };
const TARGETS = { reads: 4, writes: 5, calls: 3 };
const NAMES = { reads: 'reads', writes: 'writes', calls: 'calls to Stripe' };
type What = keyof typeof TARGETS;

/** What Stripe's events cost and how many of them go through. */
export async function measureWebhooks(ledger: Ledger, counting: NodeJS.Dict<string>): Promise<Metric[]> {
  const bursts = await burstsOf(WARM_UP + PURCHASES);
  const purchases = await measurePurchases(ledger, bursts);
  return [...purchases, await measureDuplicates(ledger, bursts, counting), await measureRate()];
}

interface Bill extends Account {
  calls: number;
}

/** The six events of a purchase at once, as Stripe delivers them. */
async function measurePurchases(ledger: Ledger, bursts: readonly Told[][]): Promise<Metric[]> {
  const bills: Bill[] = [];
  for (const [at, events] of bursts.entries()) {
    const bill = await billOf(ledger, () => Promise.all(events.map((event) => deliverOne(event))));
    if (at >= WARM_UP) bills.push(bill);
  }
  const worst = (what: What): number => Math.max(...bills.map((bill) => bill[what]));
  say(`  the worst of ${bills.length}: ${worst('reads')} R + ${worst('writes')} W + ${worst('calls')} calls`);
  return (['reads', 'writes', 'calls'] as const).map((what) =>
    absolute({
      name: `a purchase’s six events, ${NAMES[what]}`,
      ...{ unit: NAMES[what], ours: median(bills.map((bill) => bill[what])) },
      ...{ against: EXTENSION[what], target: TARGETS[what] },
    }),
  );
}

/** Events that come again to a process that has not seen them. */
async function measureDuplicates(
  ledger: Ledger,
  bursts: readonly Told[][],
  counting: NodeJS.Dict<string>,
): Promise<Metric> {
  const instance = await startInstance(counting);
  const events = bursts.flatMap(([event]) => event ?? []);
  const bill = await billOf(ledger, () =>
    pLimit(WIDTH).map(events, (event) => deliverOne(event, instance.url)),
  );
  instance.stop();
  const { reads, writes, calls } = bill;
  say(`  ${events.length} events again, elsewhere: ${reads} R + ${writes} W + ${calls} calls`);
  return absolute({
    name: 'an event that comes again, reads, writes and calls',
    ...{
      unit: 'operations',
      ours: (reads + writes + calls) / events.length,
      against: 3,
      other: 1,
      target: 1,
    },
  });
}

async function billOf(ledger: Ledger, act: () => Promise<unknown>): Promise<Bill> {
  ledger.empty();
  await stripeControl().resetCalls();
  await act();
  await wait(SETTLED_MS);
  const calls = Object.values(await stripeControl().calls()).reduce((sum, count) => sum + count, 0);
  return { ...(ledger.byFunction().get('stripeWebhook') ?? EMPTY), calls };
}

/** So many events of so many purchases, eight at a time, over a bare function that keeps the ids in one transaction. */
async function measureRate(): Promise<Metric> {
  const urlOf = (name: string): string =>
    `http://${HOST}:${worldPorts().functions}/${PROJECT_ID}/${REGION}/${name}`;
  const bursts = await burstsOf(BURSTS + WIDTH);
  const warm = bursts.splice(0, WIDTH).flat();
  const events = bursts.flat();
  const time = async (url: string, told: readonly Told[]): Promise<number> => {
    const began = performance.now();
    await pLimit(WIDTH).map(told, (event) => deliverOne(event, url));
    return (performance.now() - began) / told.length;
  };
  await time(urlOf('floorHook'), warm);
  await time(urlOf('stripeWebhook'), warm);
  // the floor's events are spread, so that no two for one projection meet: the fastest it can be
  const floor = await time(urlOf('floorHook'), spread(bursts));
  const ours = await time(urlOf('stripeWebhook'), events);
  const perSecond = (ms: number): string => (1000 / ms).toFixed(0);
  say(`  ${perSecond(ours)} events a second, the floor ${perSecond(floor)}, ${WIDTH} wide`);
  return relative({
    name: 'an event of Stripe’s, eight wide, over one bare transaction',
    ...{ unit: 'ms', ours, against: floor, target: 2 },
  });
}

/** The first of each burst, then the second of each. */
function spread(bursts: readonly (readonly Told[])[]): Told[] {
  return PURCHASE.flatMap((_, place) => bursts.flatMap((burst) => burst[place] ?? []));
}

/** What Stripe tells of purchases, each of an organization of its own. */
async function burstsOf(count: number): Promise<Told[][]> {
  const bursts: Told[][] = [];
  await pLimit(WIDTH).map(Array.from({ length: count }), async () => {
    const payer = await seedPayer();
    await buy(payer, 'growth');
    const events = await new Telling(payer.customerId).listen();
    bursts.push(events.filter(({ type }) => PURCHASE.includes(type)));
  });
  return bursts;
}

async function deliverOne(event: Told, url?: string): Promise<void> {
  const answer = await deliver(event, url);
  if (!isTaken(answer)) throw new Error(`${event.type} was answered ${answer.status} ${answer.outcome}`);
}
