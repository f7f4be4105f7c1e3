import { setTimeout as wait } from 'node:timers/promises';
import type { Practice } from '../../proof/practice.js';
import { foundPractice } from '../../proof/practice.js';
import { prepareMessage, timeUntilSent } from '../messages/latency.js';
import { relative, say, type Metric } from '../report.js';

const WARM_UP = 10;
const MESSAGES = 40;
const EVERY_MS = 1_200;
const LOAD = 10; // times as many
const TARGET = 1.3;

/** How long single messages of one organization take while another sends ten times as many, over when it is silent. */
export async function measureNeighbours(practice: Practice): Promise<Metric[]> {
  const busy = await foundPractice('Busy');
  await times(practice, 'warm', WARM_UP);
  const alone = await times(practice, 'alone', MESSAGES);
  let isOver = false;
  const load = burden(busy, () => isOver);
  const beside = await times(practice, 'beside', MESSAGES);
  isOver = true;
  const sent = await load;
  say(`  p95 ${p95(alone).toFixed(0)} ms alone, ${p95(beside).toFixed(0)} ms beside ${sent} of a neighbour`);
  return [
    relative({
      name: 'a message beside another organization that sends ten times as many (p95)',
      unit: 'ms',
      ours: p95(beside),
      against: p95(alone),
      target: TARGET,
    }),
  ];
}

async function times(practice: Practice, name: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const next = wait(EVERY_MS);
    const { ref, message } = await prepareMessage(practice, 'sandbox', `${name}${n}`);
    found.push(await timeUntilSent(ref, message));
    await next;
  }
  return found;
}

/** Messages of a neighbour, evenly over the time, until it is over. */
async function burden(busy: Practice, isOver: () => boolean): Promise<number> {
  const sending: Promise<unknown>[] = [];
  while (!isOver()) {
    const { ref, message } = await prepareMessage(busy, 'sandbox', `load${sending.length}`);
    sending.push(ref.create(message));
    await wait(EVERY_MS / LOAD);
  }
  await Promise.all(sending);
  return sending.length;
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
