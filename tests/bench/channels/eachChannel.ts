import type { Practice, ProofChannel } from '../../proof/practice.js';
import { CHANNELS } from '../../proof/practice.js';
import type { Ledger } from '../counting/ledger.js';
import { costOfAll } from '../counting/ledger.js';
import { settled } from '../messages/cost.js';
import { prepareMessage, timeUntilSent } from '../messages/latency.js';
import { median, relative, round, say, type Metric } from '../report.js';

const WARM_UP = 10;
const ROUNDS = 25;
const COUNTED = 20;
/** A mail server sends no receipts, Twilio some more; Gmail tells of the mail that we sent, and is asked what that was. */
const COST_TARGETS: Record<Exclude<ProofChannel, 'sandbox'>, number> = { smtp: 1.1, twilio: 1.3, gmail: 1.3 };
/**
 * A mail server greets, is asked for what it can, and takes sender, recipient and mail one after the other. Gmail takes one
 * call, with a mail that is composed for it.
 */
const TARGETS: Record<Exclude<ProofChannel, 'sandbox'>, number> = { smtp: 8, twilio: 1.5, gmail: 3 };

/** From the request to `sent` on each channel, taken in turn, and what it bills, over the channel of practice. */
export async function measureEachChannel(practice: Practice, ledger: Ledger): Promise<Metric[]> {
  return [...(await measureTimes(practice)), ...(await measureCosts(practice, ledger))];
}

async function measureTimes(practice: Practice): Promise<Metric[]> {
  const times = new Map<ProofChannel, number[]>(CHANNELS.map((kind) => [kind, []]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const kind of CHANNELS) {
      const { ref, message } = await prepareMessage(practice, kind, `${kind}${round}`);
      const time = await timeUntilSent(ref, message);
      if (round >= WARM_UP) times.get(kind)?.push(time);
    }
  }
  const medianOf = (kind: ProofChannel): number => median(times.get(kind) ?? []);
  say(`  ${CHANNELS.map((kind) => `${kind} ${medianOf(kind).toFixed(0)} ms`).join(', ')} (medians)`);
  return Object.entries(TARGETS).map(([kind, target]) =>
    relative({
      name: `request to sent by ${kind}, over the channel of practice`,
      unit: 'ms',
      ours: medianOf(kind as ProofChannel),
      against: medianOf('sandbox'),
      target,
    }),
  );
}

/** What a message bills until nothing moves any more, with its receipts. */
async function measureCosts(practice: Practice, ledger: Ledger): Promise<Metric[]> {
  const costs = new Map<ProofChannel, number>();
  for (const kind of CHANNELS) {
    await settled(ledger);
    ledger.empty();
    for (let at = 0; at < COUNTED; at += 1) {
      const { ref, message } = await prepareMessage(practice, kind, `counted-${kind}${at}`);
      await timeUntilSent(ref, message);
    }
    await settled(ledger);
    costs.set(kind, costOfAll(ledger) / COUNTED);
  }
  const costOfOne = (kind: ProofChannel): number => costs.get(kind) ?? 0;
  say(`  ${CHANNELS.map((kind) => `${kind} ${round(costOfOne(kind))}`).join(', ')} micro-dollars a message`);
  return Object.entries(COST_TARGETS).map(([kind, target]) =>
    relative({
      name: `a message out by ${kind}, with its receipts, over the channel of practice`,
      unit: 'micro-dollars',
      ours: costOfOne(kind as ProofChannel),
      against: costOfOne('sandbox'),
      target,
    }),
  );
}
