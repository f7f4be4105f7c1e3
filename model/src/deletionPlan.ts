import { Refusal } from './refusal.js';
import { grantedSeat, type SeatView } from './seatPlan.js';
import { DELETION_GRACE_DAYS, FRESH_SIGN_IN_SECONDS } from './team.js';

interface Deletion {
  actor: SeatView | null;
  orgName: string;
  confirmName: string;
  signedInAtMs: number;
  nowMs: number;
}

/**
 * When an organization that its owner deletes now goes for good. Throws `not-a-member`, `role-does-not-allow`,
 * `name-differs`, `sign-in-not-fresh`.
 */
export function planDeletion({ actor, orgName, confirmName, signedInAtMs, nowMs }: Deletion): {
  purgeAtMs: number;
} {
  grantedSeat(actor, 'org.delete');
  if (confirmName !== orgName) {
    throw new Refusal('invalid-argument', 'name-differs', {
      field: 'confirmName',
      allowed: 'the name of the organization, letter for letter',
    });
  }
  const isFresh = nowMs - signedInAtMs <= FRESH_SIGN_IN_SECONDS * 1000; // false for what is no number
  if (!isFresh) {
    throw new Refusal('failed-precondition', 'sign-in-not-fresh', {
      allowed: `a sign-in within the last ${FRESH_SIGN_IN_SECONDS / 60} minutes`,
    });
  }
  return { purgeAtMs: nowMs + DELETION_GRACE_DAYS * 24 * 60 * 60_000 };
}

interface Restoring {
  actor: SeatView | null;
  /** When the organization goes for good; null: it was not deleted. */
  purgeAtMs: number | null;
  nowMs: number;
}

/** Throws unless the organization comes back now: `not-a-member`, `role-does-not-allow`, `org-not-deleted`, `restore-too-late`. */
export function planRestoring({ actor, purgeAtMs, nowMs }: Restoring): void {
  grantedSeat(actor, 'org.delete');
  if (purgeAtMs === null) throw new Refusal('failed-precondition', 'org-not-deleted');
  if (isPurgeDue(purgeAtMs, nowMs)) throw new Refusal('failed-precondition', 'restore-too-late');
}

/** From this moment on a deleted organization does not come back. */
export function isPurgeDue(purgeAtMs: number | null, nowMs: number): boolean {
  return purgeAtMs !== null && purgeAtMs <= nowMs;
}

const PROVIDERS_PATIENCE_MS = 6 * 60 * 60_000;

/** Whether a purge still waits for a provider that does not answer; after some hours it is over without it. */
export function waitsForProviders(purgeAtMs: number, nowMs: number): boolean {
  return nowMs - purgeAtMs < PROVIDERS_PATIENCE_MS;
}
