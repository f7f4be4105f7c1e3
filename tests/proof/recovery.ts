import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { fireSchedule } from '../../local/worldClient.js';
import { statesOf } from './groundTruth.js';
import { deliverEvent, deliverTask, type Requested } from './outbox.js';
import { isFinal } from './verdict.js';

const PAUSE_MS = 1000;
const QUIET_SWEEPS = 2;

/** Delivers every event and every task once more; answers how many deliveries that were. */
export async function redeliver(messages: readonly Requested[], width: number): Promise<number> {
  await pLimit(width).map(messages, async (message) => {
    await deliverEvent(message);
    if (message.task.message?.undoSeconds) await deliverTask(message);
  });
  return messages.length + messages.filter(({ task }) => task.message?.undoSeconds).length;
}

/** Fires the sweeper until every message has a final state and further sweeps find nothing; gives up at the limit. */
export async function sweepUntilQuiet(messages: readonly Requested[], limitMs: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  let quiet = 0;
  while (quiet < QUIET_SWEEPS && Date.now() < deadline) {
    await sweep();
    const states = await statesOf(messages);
    quiet = states.every(isFinal) ? quiet + 1 : 0;
    if (quiet < QUIET_SWEEPS) await wait(PAUSE_MS);
  }
}

/** One run of the sweeper. A run that dies is no end: the schedule comes again. */
export async function sweep(): Promise<void> {
  await fireSchedule('sweepMessages').catch(() => undefined);
}

/** Fires the sweeper again and again while something else runs. */
export async function sweepWhile(other: Promise<unknown>): Promise<void> {
  const ended = other.then(() => true);
  do await sweep();
  while (!(await Promise.race([ended, wait(PAUSE_MS, false)])));
}
