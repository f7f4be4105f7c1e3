import pLimit from 'p-limit';
import type { Random } from '../../../local/seed/random.js';
import { randomFrom } from '../../../local/seed/random.js';
import type { Payer } from './payer.js';
import { buy, seedPayer } from './payer.js';
import type { Told } from './stripeSide.js';
import { deliver, isTaken, stripeControl } from './stripeSide.js';
import { auditFaults, auditLogOf, differences, standingOf } from './verdict.js';
import { lawFor } from './verdict.js';

/** What Stripe tells of a purchase. */
export const PURCHASE = [
  'checkout.session.completed',
  'customer.subscription.created',
  'customer.subscription.updated',
  'invoice.finalized',
  'invoice.paid',
  'customer.updated',
];

export interface OrdersReport {
  orders: number;
  wrongOrders: number;
  falseAcks: number;
  faults: string[];
}

interface Asked {
  count: number; // of the 720, spread evenly
  width: number;
  seed: number;
}

/** Delivers a purchase's six events in many orders, each event twice, each order to an organization of its own. */
export async function deliverOrders({ count, width, seed }: Asked): Promise<OrdersReport> {
  const all = permutationsOf(PURCHASE);
  const chosen = Array.from({ length: count }, (_, at) => Math.floor((at * all.length) / count));
  const report: OrdersReport = { orders: count, wrongOrders: 0, falseAcks: 0, faults: [] };
  await pLimit(width).map(chosen, async (number) => {
    const order = doubled(all[number] ?? [], randomFrom(seed + number));
    const { faults, falseAcks } = await deliverOrder(order, number);
    if (faults.length > 0) report.wrongOrders += 1;
    report.falseAcks += falseAcks;
    report.faults.push(...faults.map((fault) => `order ${number} (${order.join(', ')}): ${fault}`));
  });
  return report;
}

async function deliverOrder(
  order: readonly string[],
  number: number,
): Promise<{ faults: string[]; falseAcks: number }> {
  const pages = ['with customer', 'empty', 'none'] as const;
  const payer = await seedPayer({ trialDays: number % 2 === 0 ? 14 : -1, page: pages[number % 3] ?? 'none' });
  await buy(payer, number % 5 === 0 ? 'scale' : 'starter');
  const events = await eventsOf(payer);
  const faults: string[] = [];
  let falseAcks = 0;
  for (const [at, type] of order.entries()) {
    const answer = await deliver(eventNamed(events, type));
    if (!isTaken(answer)) faults.push(`${type} was answered ${answer.status} ${answer.outcome}`);
    else if (at === 0 && (await differences(payer)).length > 0) falseAcks += 1;
  }
  return { faults: [...faults, ...(await differences(payer)), ...(await purchaseFaults(payer))], falseAcks };
}

/** One entry for the purchase, and nothing else. */
async function purchaseFaults(payer: Payer): Promise<string[]> {
  const { entries } = await auditLogOf(payer);
  const faults = await auditFaults(payer, [standingOf((await lawFor(payer)).access)]);
  return entries.length === 1 ? faults : [...faults, `the audit log has ${entries.length} entries`];
}

async function eventsOf({ customerId }: Payer): Promise<Told[]> {
  return stripeControl().events(customerId);
}

function eventNamed(events: readonly Told[], type: string): Told {
  const event = events.find((each) => each.type === type);
  if (!event) throw new Error(`the purchase has no ${type}`);
  return event;
}

/** Each once more, at a random place. */
function doubled(order: readonly string[], random: Random): string[] {
  const longer = [...order];
  for (const type of order) longer.splice(random.int(0, longer.length), 0, type);
  return longer;
}

function permutationsOf<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutationsOf(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}
