/**
 * Loaded into firebase-tools before anything else. Its Auth emulator compiles the JSON schemas of every Google endpoint
 * while it starts, 8 s of work of which a run uses a handful; exegesis can compile them on first use
 * (`lazyCompileValidationSchemas`), which firebase-tools does not ask for. This asks.
 */
const validators = require('exegesis/lib/oas3/Schema/validators.js');

for (const name of ['generateRequestValidator', 'generateResponseValidator']) {
  const generate = validators[name];
  validators[name] = (...place) => {
    let validate;
    return (value) => (validate ??= generate(...place))(value);
  };
}
