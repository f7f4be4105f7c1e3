import { z } from 'zod';

/** A Firestore timestamp, of the web SDK or of the Admin SDK; the domain itself counts in epoch milliseconds. */
export interface Moment {
  toMillis(): number;
}

/** Reads a timestamp field of a document; a number, a string or a map in its place is refused. */
export const momentSchema = z.custom<Moment>(
  (value) => typeof (value as Partial<Moment> | null)?.toMillis === 'function',
  'must be a timestamp',
);
