import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { adminDb, postSandboxEvent } from '../../../local/worldClient.js';
import type { Practice } from '../../proof/practice.js';
import { costOf, EMPTY, type Ledger } from '../counting/ledger.js';
import { absolute, relative, round, say, type Metric } from '../report.js';

const PEOPLE = 100;
const TEXTS = 10; // of each, one after the other
const WIDTH = 32;
const SINGLES = 50;
const TRIES = 8; // a provider delivers again what was not taken
const TARGET = 1.1;

/** A thousand texts that come in at once: none lost or out of its person's order, each at the cost of a single one. */
export async function measureBurst(practice: Practice, ledger: Ledger): Promise<Metric[]> {
  const single = await costOfEach(ledger, SINGLES, () => texts(practice, 'single', SINGLES, 1, 1));
  const count = PEOPLE * TEXTS;
  const inBurst = await costOfEach(ledger, count, () => texts(practice, 'burst', PEOPLE, TEXTS, WIDTH));
  const wrong = await wrongConversations(practice);
  say(
    `  a text that comes in: ${round(single)} micro-dollars alone, ${round(inBurst)} in a burst of ${count}`,
  );
  return [
    absolute({
      name: `texts of ${count} at once that were lost or stand in another order`,
      unit: 'conversations',
      ours: wrong,
      against: PEOPLE,
      target: 0,
    }),
    relative({
      name: 'a text that comes in with a thousand others, over one that comes alone',
      unit: 'micro-dollars',
      ours: inBurst,
      against: single,
      target: TARGET,
    }),
  ];
}

async function costOfEach(ledger: Ledger, count: number, act: () => Promise<void>): Promise<number> {
  ledger.empty();
  await act();
  await wait(1_500); // the workers write their accounts a moment after they are done
  return costOf(ledger.byFunction().get('sandboxWebhook') ?? EMPTY) / count;
}

const phoneOf = (name: string, person: number): string =>
  `+1312${name === 'burst' ? 7 : 6}${String(100_000 + person)}`;
const wordsOf = (number: number): string => `This is text ${number}.`;

/** Each person's texts one after the other, many people at once. */
async function texts(
  { senders }: Practice,
  name: string,
  people: number,
  each: number,
  width: number,
): Promise<void> {
  await pLimit(width).map(Array.from({ length: people }), async (_, person) => {
    for (let number = 0; number < each; number += 1) {
      await deliver({
        type: 'message.received',
        id: `${name}-${person}-${number}`,
        channel: 'sms',
        from: phoneOf(name, person),
        to: senders.sandbox.address,
        body: wordsOf(number),
        receivedAt: new Date().toISOString(),
      });
    }
  });
}

async function deliver(event: Record<string, unknown>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { ok } = await postSandboxEvent(event);
    if (ok) return;
    await wait(100 * 2 ** tries);
  }
  throw new Error('A text of the bench was not taken.');
}

async function wrongConversations({ orgId }: Practice): Promise<number> {
  const expected = Array.from({ length: TEXTS }, (_, number) => wordsOf(number)).join();
  const found = await pLimit(8).map(Array.from({ length: PEOPLE }), async (_, person) => {
    const { docs } = await adminDb()
      .collection(`orgs/${orgId}/contacts`)
      .where('phones', 'array-contains', phoneOf('burst', person))
      .get();
    const messages = await docs[0]?.ref.collection('messages').orderBy('at').get();
    return messages?.docs.map((doc) => String(doc.get('body'))).join() ?? '';
  });
  return found.filter((bodies) => bodies !== expected).length;
}
