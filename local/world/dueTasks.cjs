/**
 * Loaded into firebase-tools before anything else. Its Tasks emulator dispatches every task at once, whatever its
 * scheduleTime; Cloud Tasks keeps a task until then, and an undo window is nothing but that. Kept tasks also stay out of
 * the emulator's queue, which spins while it is not empty; it looks for work ten times a second instead of once.
 */
// @ts-expect-error firebase-tools ships no types
const { TaskQueue } = require('firebase-tools/lib/emulator/taskQueue.js');
// @ts-expect-error firebase-tools ships no types
const { TaskQueueController } = require('firebase-tools/lib/emulator/tasksEmulator.js');

TaskQueueController.LISTEN_TIMEOUT = 100;
TaskQueueController.UPDATE_TIMEOUT = 10;

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const { enqueue } = TaskQueue.prototype;

/** @param {{ name: string, scheduleTime?: string }} task */
TaskQueue.prototype.enqueue = function enqueueWhenDue(task) {
  const waitMs = Date.parse(task.scheduleTime ?? '') - Date.now();
  if (!(waitMs > 0)) return enqueue.call(this, task);
  if (this.queuedIds.has(task.name)) throw new Error(`A task has already been queued with id ${task.name}`);
  this.queuedIds.add(task.name);
  const hand = () => {
    this.queuedIds.delete(task.name);
    enqueue.call(this, task);
  };
  setTimeout(hand, Math.min(waitMs, LONGEST_TIMER_MS));
};
