/** The callable status codes a refusal can carry; each maps to one HTTP status. */
export type RefusalCode =
  | 'invalid-argument'
  | 'unauthenticated'
  | 'permission-denied'
  | 'not-found'
  | 'already-exists'
  | 'failed-precondition'
  | 'resource-exhausted'
  | 'unavailable';

/**
 * An expected "no": `reason` is a stable kebab-case word that the UI translates, `field` names the input at fault,
 * `allowed` says what would be accepted. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
    readonly detail: { field?: string; allowed?: string; [key: string]: unknown } = {},
  ) {
    super(reason);
    this.name = 'Refusal';
  }
}
