/**
 * Loaded into firebase-tools before anything else. Its Functions emulator starts one more process for every request that
 * finds none idle; an instance of production serves 80 at once. With this a function has one process here, which
 * serves them all: a burst no longer starts a crowd of processes, and does not wait for them.
 */
// @ts-expect-error firebase-tools ships no types
const { FunctionsEmulator } = require('firebase-tools/lib/emulator/functionsEmulator.js');
// @ts-expect-error firebase-tools ships no types
const { RuntimeWorkerPool } = require('firebase-tools/lib/emulator/functionsRuntimeWorker.js');

/** @param {string} triggerId */
RuntimeWorkerPool.prototype.getIdleWorker = function getServingWorker(triggerId) {
  this.cleanUpWorkers();
  /** @type {{ state: string }[]} */
  const workers = this.getTriggerWorkers(triggerId);
  return workers.find(({ state }) => state === 'IDLE' || state === 'BUSY');
};

/** @type {Map<string, Promise<unknown>>} */
const starting = new Map();
const { startNode, startRuntime } = FunctionsEmulator.prototype;

/**
 * @param {unknown} backend
 * @param {{ id: string } | undefined} trigger
 */
FunctionsEmulator.prototype.startRuntime = function startRuntimeOnce(backend, trigger) {
  const start = () => startRuntime.call(this, backend, trigger);
  if (!trigger) return start();
  const running = starting.get(trigger.id) ?? start().finally(() => starting.delete(trigger.id));
  starting.set(trigger.id, running);
  return running;
};

const QUICKLY = `--require ${JSON.stringify(require.resolve('./quickFunctions.cjs'))}`;
const NODE_OPTIONS = [process.env.NODE_OPTIONS, QUICKLY].filter(Boolean).join(' ');

/**
 * @param {unknown} backend
 * @param {Record<string, string>} environment
 */
FunctionsEmulator.prototype.startNode = function startNodeQuickly(backend, environment) {
  return startNode.call(this, backend, { ...environment, NODE_OPTIONS });
};
