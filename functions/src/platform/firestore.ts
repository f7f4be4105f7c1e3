import { Refusal } from '@leadpulse/model';
import { getApps, initializeApp } from 'firebase-admin/app';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { setTimeout as wait } from 'node:timers/promises';
import { beginAtOnce } from './firstTry.js';

let instance: Firestore | undefined;

/** The database, of the project that the functions run in. @processor google */
export function db(): Firestore {
  if (!instance) {
    if (!getApps().some(({ name }) => name === '[DEFAULT]')) initializeApp();
    instance = getFirestore();
  }
  return instance;
}

/** gRPC status codes that a write with a precondition can meet. */
const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;

/** Whether a conditional write found the document changed, or gone, since it was read. */
export function hasChanged(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === FAILED_PRECONDITION || code === NOT_FOUND;
}

/** gRPC status codes after which nobody knows whether the write was made: unknown, deadline, internal, unavailable. */
const OPEN = new Set<unknown>([2, 4, 13, 14]);

/** Whether a write may or may not have been made; what is true is found by reading. */
export function isLeftOpen(error: unknown): boolean {
  return OPEN.has((error as { code?: unknown } | null)?.code);
}

/** gRPC status codes after which a transaction is worth another try: aborted for another's sake, unavailable. */
const IN_THE_WAY = new Set<unknown>([10, 14]);
const INVALID_ARGUMENT = 3;

/** The words of the service, by which the SDK's own retries know it, and of the emulator. */
const IS_OVER = /transaction (has expired|is invalid or closed)/i;

/**
 * Whether others were in the way of a transaction. One that waited for them until it was over is told so as an invalid
 * argument. @internal
 */
export function wasInTheWay(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return IN_THE_WAY.has(code) || (code === INVALID_ARGUMENT && IS_OVER.test(String(message)));
}

const TURNS = 12;
const TURN_MS = 150;

/**
 * Runs a transaction that others of the same organization get in the way of: short, growing pauses in place of the
 * SDK's seconds, and a refusal when its turn does not come.
 */
export async function runInTurn<T>(body: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let turn = 1; turn <= TURNS; turn += 1) {
    try {
      return await db().runTransaction(body, { maxAttempts: 1 });
    } catch (error) {
      if (!wasInTheWay(error)) throw error;
      await wait(TURN_MS * turn * (0.5 + Math.random()));
    }
  }
  throw new Refusal('resource-exhausted', 'busy');
}

interface CommitResponse {
  commitTime?: Parameters<typeof timestampOf>[0];
  writeResults?: { updateTime?: Parameters<typeof timestampOf>[0] }[];
}

/** What a transaction keeps to itself; if a later SDK has it no more, `firstWriteAt` is null and the caller reads instead. */
interface Internals {
  _backoff?: unknown;
  _writeBatch?: { _commit?: (options: unknown) => Promise<CommitResponse> };
}

/**
 * Runs a transaction and tells the update time of its first write, so that the next write to that document can be
 * conditional without reading it. The Admin SDK receives that time and drops it.
 */
export async function runTimedTransaction<T>(
  body: (tx: Transaction) => Promise<T>,
): Promise<{ result: T; firstWriteAt: Timestamp | null }> {
  let firstWriteAt: Timestamp | null = null;
  let watched: Transaction | undefined;
  const result = await db().runTransaction(async (tx) => {
    if (watched !== tx) {
      watched = tx;
      const { _backoff: backoff, _writeBatch: batch } = tx as unknown as Internals;
      beginAtOnce(backoff);
      const commit = batch?._commit?.bind(batch);
      if (batch && commit) {
        batch._commit = async (options) => {
          const response = await commit(options);
          const time = response.writeResults?.[0]?.updateTime ?? response.commitTime;
          firstWriteAt = time ? timestampOf(time) : null;
          return response;
        };
      }
    }
    return body(tx);
  });
  return { result, firstWriteAt };
}

function timestampOf(time: {
  seconds?: number | string | { toString(): string } | null;
  nanos?: number | null;
}): Timestamp {
  return new Timestamp(Number(String(time.seconds ?? 0)), time.nanos ?? 0);
}
