/**
 * Loaded into firebase-tools before anything else. Its Cloud Tasks emulator dispatches a task at once, whatever its
 * `scheduleTime`; the real one waits. With this the emulator waits too, and looks for work ten times a second instead
 * of once (idle) or without a pause (busy).
 */
const { TaskQueue } = require('firebase-tools/lib/emulator/taskQueue.js');
const { TaskQueueController } = require('firebase-tools/lib/emulator/tasksEmulator.js');

const LONGEST_TIMER_MS = 2 ** 31 - 1;

TaskQueueController.LISTEN_TIMEOUT = 100;
TaskQueueController.UPDATE_TIMEOUT = 10;

const enqueueNow = TaskQueue.prototype.enqueue;
TaskQueue.prototype.enqueue = function enqueue(task) {
  const waitMs = task.scheduleTime ? Date.parse(task.scheduleTime) - Date.now() : 0;
  if (!(waitMs > 0)) return enqueueNow.call(this, task);
  if (this.queuedIds.has(task.name)) throw new Error(`A task has already been queued with id ${task.name}`);
  this.queuedIds.add(task.name);
  setTimeout(
    () => {
      this.queuedIds.delete(task.name);
      enqueueNow.call(this, task);
    },
    Math.min(waitMs, LONGEST_TIMER_MS),
  );
};
