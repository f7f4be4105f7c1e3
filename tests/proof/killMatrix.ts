import { Timestamp } from 'firebase-admin/firestore';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { adminDb } from '../../local/worldClient.js';
import type { FaultName } from '../../functions/src/platform/faultPoint.js';
import type { AnyChannel, FullPractice } from './fullPractice.js';
import { ALL_CHANNELS } from './fullPractice.js';
import { outcomesOf } from './groundTruth.js';
import { deliverEvent, deliverTask, newMessageId, requestMessage, type Requested } from './outbox.js';
import { redeliver, sweepUntilQuiet, sweepWhile } from './recovery.js';
import { verdictOn, type Outcome, type Verdict } from './verdict.js';

/** anchors.md, "Sending once"; the last one is not killed but outlives its lease while the sweeper works. */
export const KILL_POINTS = [
  'before-claim',
  'after-claim',
  'after-render',
  'during-send',
  'after-accept',
  'during-commit',
  'after-commit',
  'slow-sender',
] as const satisfies readonly FaultName[];
export type KillPoint = (typeof KILL_POINTS)[number];

/** Where the provider may have accepted what we have not noted: only there may a message end as uncertain. */
export const OPEN_ENDED: ReadonlySet<KillPoint> = new Set(['during-send', 'after-accept', 'during-commit']);

const SWEEPER_GRACE_S = 80; // the sweeper leaves requested messages to their trigger for 75 s
const WIDTH = 6;
const HIT_LIMIT_MS = 120_000;
const POLL_MS = 50;
const AGAIN_MS = 2_000; // Eventarc delivers again what failed; the emulator does not, and a process just killed takes none
const QUIET_LIMIT_MS = 150_000;

interface Killing {
  point: KillPoint;
  channel: AnyChannel;
  repeat: number;
}

export interface KillReport extends Verdict {
  killPoints: number;
  kills: number;
  /** Uncertain after a kill that left nothing open. */
  needlesslyUncertain: number;
  redelivered: number;
  outcomes: { killing: Killing; outcome: Outcome }[];
}

interface Setting {
  practice: FullPractice;
  faultsDir: string;
  leaseSeconds: number;
  repeats: number;
  /** Of all points on all channels; without it all of them. */
  isWanted?: (killing: Killing) => boolean;
  log: (line: string) => void;
}

/**
 * Kills the sender at each point, for each channel, so many times; then brings everything to rest and looks at the truth.
 * A process serves many messages at once, and a kill takes them all along: of each process one is killed after the other.
 */
export async function runKillMatrix(setting: Setting): Promise<KillReport> {
  const { log, practice, isWanted = () => true } = setting;
  const killings = allKillings(setting.repeats).filter(isWanted);
  mkdirSync(setting.faultsDir, { recursive: true });
  const struck = new Map<Killing, Requested>();
  const bystanders: Requested[] = [];
  const strike = async (killing: Killing): Promise<void> => {
    struck.set(killing, await kill(setting, killing, bystanders));
    if (struck.size % 20 === 0) log(`${struck.size} of ${killings.length} senders struck`);
  };
  const kills = killings.filter(({ point }) => point !== 'slow-sender');
  const strikeAll = async (some: readonly Killing[]): Promise<void> => {
    for (const killing of some) await strike(killing);
  };
  await Promise.all([
    strikeAll(kills.filter((killing) => isByTask(killing))),
    strikeAll(kills.filter((killing) => !isByTask(killing))),
  ]);
  const slow = pLimit(killings.length).map(
    killings.filter(({ point }) => point === 'slow-sender'),
    async (killing) => {
      await strike(killing);
      await wait(slowMs(setting));
    },
  );
  await sweepWhile(slow);
  const messages = [...struck.values(), ...bystanders];
  log(`redelivering ${messages.length} messages, then sweeping until all is quiet`);
  const redelivered = await redeliver(messages, WIDTH);
  await sweepUntilQuiet(messages, QUIET_LIMIT_MS);
  return report(killings, struck, await outcomesOf(practice, messages), redelivered);
}

function allKillings(repeats: number): Killing[] {
  return Array.from({ length: repeats }, (_, repeat) =>
    KILL_POINTS.flatMap((point) => ALL_CHANNELS.map((channel) => ({ point, channel, repeat }))),
  ).flat();
}

/** Half of them die in the trigger, half after an undo window and so in the task; the sweeper, which holds others, never. */
function isByTask({ repeat, channel }: Killing): boolean {
  return (repeat + ALL_CHANNELS.indexOf(channel)) % 2 === 1;
}

/**
 * Kills the sender of a message at the point. A busy trigger sends a message itself whose task is due by then, and dies of
 * another's fault with all that it holds: such a bystander is for the sweeper, and the point gets another message.
 */
async function kill(setting: Setting, killing: Killing, bystanders: Requested[]): Promise<Requested> {
  for (;;) {
    const { message, wasStruck } = await tryToKill(setting, killing);
    if (wasStruck) return message;
    bystanders.push(message);
  }
}

async function tryToKill(
  setting: Setting,
  killing: Killing,
): Promise<{ message: Requested; wasStruck: boolean }> {
  const { point, channel, repeat } = killing;
  const messageId = newMessageId();
  const file = join(setting.faultsDir, `${point}-${messageId}`);
  writeFileSync(file, point === 'slow-sender' ? `stall:${slowMs(setting)}` : 'kill');
  const byTask = isByTask(killing);
  const message = await requestMessage(setting.practice, {
    channel,
    messageId,
    undoSeconds: byTask ? 1 : 0,
    ...(!byTask && { agedSeconds: SWEEPER_GRACE_S }),
  });
  for (let waited = 0; existsSync(file); waited += POLL_MS) {
    if (waited > HIT_LIMIT_MS) throw new Error(`No sender came by ${point} (${channel}, repeat ${repeat}).`);
    if (waited % AGAIN_MS === AGAIN_MS - POLL_MS) {
      if (await isOrphaned(message)) {
        rmSync(file, { force: true });
        return { message, wasStruck: false };
      }
      await (byTask ? deliverTask(message) : deliverEvent(message));
    }
    await wait(POLL_MS);
  }
  return { message, wasStruck: true };
}

/** Whether its lease has ended, so that nobody but the sweeper will send it. */
async function isOrphaned({ path }: Requested): Promise<boolean> {
  const message = await adminDb().doc(path).get();
  const leaseUntil: unknown = message.get('leaseUntil');
  return (
    message.get('state') === 'sending' &&
    leaseUntil instanceof Timestamp &&
    leaseUntil.toMillis() < Date.now()
  );
}

function slowMs({ leaseSeconds }: Setting): number {
  return (leaseSeconds + 3) * 1000;
}

function report(
  killings: readonly Killing[],
  struck: ReadonlyMap<Killing, Requested>,
  outcomes: readonly Outcome[],
  redelivered: number,
): KillReport {
  const joined = killings.flatMap((killing) => {
    const outcome = outcomes.find(({ requested }) => requested === struck.get(killing));
    return outcome ? [{ killing, outcome }] : [];
  });
  const needlessly = joined.filter(
    ({ killing, outcome }) => outcome.state === 'uncertain' && !OPEN_ENDED.has(killing.point),
  );
  return {
    killPoints: KILL_POINTS.length,
    kills: killings.length,
    ...verdictOn(outcomes),
    needlesslyUncertain: needlessly.length,
    redelivered,
    outcomes: joined,
  };
}
