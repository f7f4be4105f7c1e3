import { keptHere } from '../browserStorage.js';

/** Where this browser keeps what it counted and what it told; only while the person allows more than what is necessary. */
export const OUTBOX_KEY = 'leadpulse-sent-counts';

/** What is kept, as it is; null: nothing, or storage is shut off. */
export function storedOutbox(): string | null {
  return keptHere.get(OUTBOX_KEY);
}
