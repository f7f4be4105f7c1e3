/**
 * Loaded into firebase-tools before anything else.
 *
 * Its Auth emulator compiles the JSON schemas of every Google endpoint
 * while it starts, 8 s of work of which a run uses a handful; exegesis can compile them on first use
 * (`lazyCompileValidationSchemas`), which firebase-tools does not ask for. This asks.
 */
const { createRequire } = require('node:module');

const requireAsTools = createRequire(require.resolve('firebase-tools/package.json'));

/** @typedef {(...place: unknown[]) => (value: unknown) => unknown} Generate */

const validators = /** @type {Record<string, Generate>} */ (
  /** @type {unknown} */ (requireAsTools('exegesis/lib/oas3/Schema/validators.js'))
);

for (const name of ['generateRequestValidator', 'generateResponseValidator']) {
  const generate = /** @type {Generate} */ (validators[name]);
  validators[name] = (...place) => {
    /** @type {ReturnType<Generate> | undefined} */
    let validate;
    return (value) => (validate ??= generate(...place))(value);
  };
}

/**
 * The client of Pub/Sub opens five streams for each subscription, and the emulator looks for messages for each of
 * them again and again: with a topic for each schedule a twentieth of a core, for nothing. One each is enough.
 */
const { defaultOptions } = /** @type {{ defaultOptions: { subscription: { maxStreams: number } } }} */ (
  /** @type {unknown} */ (requireAsTools('@google-cloud/pubsub/build/src/default-options.js'))
);
defaultOptions.subscription.maxStreams = 1;
