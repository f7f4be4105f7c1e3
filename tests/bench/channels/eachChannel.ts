import type { Practice, ProofChannel } from '../../proof/practice.js';
import { CHANNELS } from '../../proof/practice.js';
import { prepareMessage, timeUntilSent } from '../messages/latency.js';
import { median, relative, say, type Metric } from '../report.js';

const WARM_UP = 10;
const ROUNDS = 25;
/**
 * A mail server greets, is asked for what it can, and takes sender, recipient and mail one after the other. Gmail takes one
 * call, with a mail that is composed for it.
 */
const TARGETS: Record<Exclude<ProofChannel, 'sandbox'>, number> = { smtp: 8, twilio: 1.5, gmail: 3 };

/** From the request to `sent` on each channel, taken in turn, over the channel of practice. */
export async function measureEachChannel(practice: Practice): Promise<Metric[]> {
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
