/**
 * Loaded into each process of a function before the emulator's own code. That code asks one file of firebase-tools for two
 * names, and the file brings nine hundred modules along, for extensions, deployments and prompts: a second of work, where the
 * SDKs that the function needs take a third of one. Here they are loaded by whoever uses them, which nobody does.
 */
const Module = require('node:module');

const ASKED = 'functionsEmulatorShared.js';
const LATE = new Set([
  '../deploy/functions/backend',
  '../deploy/functions/prepare',
  '../deploy/functions/services',
  '../extensions/extensionsHelper',
  '../extensions/manifest',
  '../utils',
  './extensions/postinstall',
]);

/** @typedef {(request: string, parent?: { filename: string | null }, isMain?: boolean) => Record<PropertyKey, unknown>} Load */
const loading = /** @type {{ _load: Load }} */ (/** @type {unknown} */ (Module));
const load = loading._load;

loading._load = function loadWhenUsed(request, parent, isMain) {
  if (!LATE.has(request) || !parent?.filename?.endsWith(ASKED))
    return load.call(Module, request, parent, isMain);
  return new Proxy({}, { get: (_target, name) => load.call(Module, request, parent, isMain)[name] });
};
