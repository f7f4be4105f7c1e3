export const PROJECT_ID = 'demo-leadpulse'; // a `demo-` id never touches real services
export const REGION = 'us-central1';
export const HOST = '127.0.0.1';

/** Where each service of a world stands above its base port; the SPA and the tests count on these offsets. */
const OFFSETS = {
  hosting: 0,
  auth: 1,
  firestore: 2,
  functions: 3,
  pubsub: 4,
  tasks: 5,
  hub: 6,
  logging: 7,
  eventarc: 8,
  mailWeb: 9,
  smtp: 10,
  sandbox: 11,
  firestoreWebsocket: 12,
  stripe: 13,
  twilio: 14,
  google: 15,
} as const;

export type Service = keyof typeof OFFSETS;
export type Ports = Readonly<Record<Service, number>>;

/** The ports of the world whose site answers at `base`. */
export function portsOf(base: number): Ports {
  const entries = Object.entries(OFFSETS).map(([service, offset]) => [service, base + offset]);
  return Object.fromEntries(entries) as Ports;
}

/** Reads a base port that a person typed. */
export function readBase(text: string): number {
  const base = Number(text);
  if (!Number.isInteger(base) || base < 1024 || base > 65_000) {
    throw new Error(`PORT_BASE is ${text}; it must be a whole number from 1024 to 65000, for example 5350.`);
  }
  return base;
}
