import type { Person, PlannedContact } from './plan.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Who looks after the leads made by hand, unless said otherwise. */
export const PRIYA = 'demo-priya';

export type HandMade = Omit<Person, 'createdAt' | 'assigneeUid'> & Partial<Pick<Person, 'assigneeUid'>>;

/** Begins a contact, made known to us that long ago. */
export type Begin = (person: HandMade, createdAgo?: number) => PlannedContact;

/** The moment so many milliseconds before the seeding. */
export type Ago = (ms: number) => Date;
