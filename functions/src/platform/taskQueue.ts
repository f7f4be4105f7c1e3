import type { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { db } from './firestore.js';
import { REGION } from './options.js';

/** Cloud Tasks accepts no schedule time beyond 30 days; what is due later is left to the sweeper. */
const FARTHEST_MS = 29 * 24 * 60 * 60_000;

export interface Task {
  functionName: string;
  /** What the task is about and at which version: the same pair twice is one task. */
  about: string;
  version: Timestamp;
  runAtMs: number;
  data: Record<string, unknown>;
}

/** Hands a task to Cloud Tasks; one that is already there, or too far ahead, is no error. */
export async function enqueueTask(task: Task, nowMs: number): Promise<void> {
  if (task.runAtMs - nowMs > FARTHEST_MS) return;
  db(); // initializes the app
  const { getFunctions } = await import('firebase-admin/functions');
  const queue = getFunctions().taskQueue(`locations/${REGION}/functions/${task.functionName}`);
  try {
    await queue.enqueue(task.data, {
      id: taskId(task),
      ...(task.runAtMs > nowMs && { scheduleTime: new Date(task.runAtMs) }),
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'functions/task-already-exists') throw error;
  }
}

/** A hash: ids that follow each other make Cloud Tasks slow, and a path has characters it refuses. */
function taskId({ about, version }: Task): string {
  const text = `${about} ${version.seconds}.${version.nanoseconds}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
