import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { outcomesOf } from './groundTruth.js';
import { deliverEvent, deliverTask, requestMessage, type Requested } from './outbox.js';
import type { AnyChannel, FullPractice } from './fullPractice.js';
import { ALL_CHANNELS } from './fullPractice.js';
import { sweepUntilQuiet } from './recovery.js';
import { verdictOn, type Verdict } from './verdict.js';

const UNDO_SECONDS = 1;
const QUIET_LIMIT_MS = 150_000;

export interface RedeliveryReport extends Verdict {
  /** Deliveries beyond the first one. */
  redelivered: number;
}

interface Setting {
  practice: FullPractice;
  count: number;
  width: number;
  log: (line: string) => void;
}

const UNHURRIED: readonly AnyChannel[] = ['gmail', 'imap', 'googleVoice'];
const QUICK = ALL_CHANNELS.filter((kind) => !UNHURRIED.includes(kind));
const SELDOM = 17; // coprime to the undo windows, so that these have both

/** All in turn; a mailbox and a number of Google Voice seldom, for one or two messages a second are their pace. */
function channelOf(at: number): AnyChannel {
  const isSeldom = at % SELDOM === SELDOM - 1;
  const kinds = isSeldom ? UNHURRIED : QUICK;
  return kinds[(isSeldom ? Math.floor(at / SELDOM) : at >> 2) % kinds.length] ?? 'sandbox';
}

/**
 * Every event reaches its trigger three times: once by the emulator and twice by hand, all at the same moment. Every
 * fourth message has an undo window, and its task is delivered twice more. Nothing may be handed over twice.
 */
export async function deliverThrice({ practice, count, width, log }: Setting): Promise<RedeliveryReport> {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const messages: Requested[] = [];
  let redelivered = 0;
  let delivered = 0;
  await pLimit(width).map(numbers, async (at) => {
    const undoSeconds = at % 4 === 3 ? UNDO_SECONDS : 0;
    const message = await requestMessage(practice, {
      channel: channelOf(at),
      undoSeconds,
    });
    messages.push(message);
    await Promise.all([deliverEvent(message), deliverEvent(message)]);
    redelivered += 2;
    delivered += 1;
    if (delivered % 100 === 0) log(`${delivered} of ${count} messages delivered three times`);
  });
  await wait(UNDO_SECONDS * 1000);
  const withTask = messages.filter(({ task }) => task.message?.undoSeconds);
  await pLimit(width).map(withTask, async (message) => {
    await Promise.all([deliverTask(message), deliverTask(message)]);
    redelivered += 2;
  });
  await sweepUntilQuiet(messages, QUIET_LIMIT_MS);
  const outcomes = await outcomesOf(practice, messages);
  const handedOver = outcomes.filter((outcome) => Math.max(outcome.accepted, outcome.handedOver) > 1);
  return { ...verdictOn(outcomes), doubled: handedOver.length, redelivered };
}
