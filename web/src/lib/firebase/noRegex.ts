/**
 * Stands in for `re2js`, a regular expression engine that Firestore carries for pipelines evaluated in the browser.
 * LeadPulse has no pipeline, so a tenth of the inbox's code stays out of the browser (`resolve.alias` in vite.config.ts).
 */
export const RE2JS = {
  compile: (): never => {
    throw new Error('Regular expressions of Firestore pipelines are not part of this build.');
  },
};
