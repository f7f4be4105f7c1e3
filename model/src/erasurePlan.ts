import { Refusal } from './refusal.js';
import type { Role } from './permissions.js';
import { FRESH_SIGN_IN_SECONDS } from './team.js';

/** A seat of somebody who erases their account, and who else is there. */
export interface SeatAtErasure {
  orgId: string;
  role: Role;
  isClosed: boolean;
  members: number; // this one included
  owners: number;
}

interface AccountErasure {
  seats: readonly SeatAtErasure[];
  email: string;
  confirmEmail: string;
  signedInAtMs: number;
  nowMs: number;
}

/**
 * What becomes of the organizations of somebody who erases their account: those with others in it stay, those with nobody
 * else go with them. Throws `email-differs`, `sign-in-not-fresh`, and `last-owner` while an organization with others would
 * be left without an owner.
 */
export function planAccountErasure({ seats, email, confirmEmail, signedInAtMs, nowMs }: AccountErasure): {
  leave: string[];
  purge: string[];
  owned: string[];
} {
  if (confirmEmail.trim().toLowerCase() !== email.toLowerCase()) {
    throw new Refusal('invalid-argument', 'email-differs', {
      field: 'confirmEmail',
      allowed: 'the address of your account',
    });
  }
  if (!(nowMs - signedInAtMs <= FRESH_SIGN_IN_SECONDS * 1000)) {
    throw new Refusal('failed-precondition', 'sign-in-not-fresh', {
      allowed: `a sign-in within the last ${FRESH_SIGN_IN_SECONDS / 60} minutes`,
    });
  }
  const stuck = seats.filter(isLastOwnerAmongOthers);
  if (stuck.length > 0) {
    throw new Refusal('failed-precondition', 'last-owner', { allowed: 'make somebody else an owner first' });
  }
  const leave = seats.filter(({ members }) => members > 1);
  return {
    leave: leave.map(({ orgId }) => orgId),
    purge: seats.filter(({ members }) => members <= 1).map(({ orgId }) => orgId),
    owned: leave.filter(({ role }) => role === 'owner').map(({ orgId }) => orgId),
  };
}

/** One that was deleted already goes for good in any case; nobody needs to own it. */
export function isLastOwnerAmongOthers({ role, owners, members, isClosed }: SeatAtErasure): boolean {
  return role === 'owner' && owners < 2 && members > 1 && !isClosed;
}

/** What is done to a document that names an erased person. */
export type TraceTreatment = 'alias' | 'unset' | 'take-out' | 'delete';

/** A field, in every collection of a name, that holds the uid or the address of a person. */
export interface PersonTrace {
  group: string;
  field: string;
  by: 'uid' | 'email';
  isList?: true;
  treatment: TraceTreatment;
}

/**
 * Every place outside of the person's own page and seats where a document names them, each found by an index: never is a
 * collection read whole. The tests of the indexes and the search for traces hold this list complete.
 */
export const PERSON_TRACES: readonly PersonTrace[] = [
  { group: 'messages', field: 'requestedBy', by: 'uid', treatment: 'alias' },
  { group: 'messages', field: 'canceledBy', by: 'uid', treatment: 'alias' },
  { group: 'notes', field: 'authorUid', by: 'uid', treatment: 'alias' },
  { group: 'notes', field: 'mentions', by: 'uid', isList: true, treatment: 'take-out' },
  { group: 'consents', field: 'by', by: 'uid', treatment: 'alias' }, // of leads; the chain holds on `byHash`
  { group: 'contacts', field: 'assigneeUid', by: 'uid', treatment: 'unset' },
  { group: 'contacts', field: 'createdBy', by: 'uid', treatment: 'alias' },
  { group: 'invites', field: 'email', by: 'email', treatment: 'delete' },
  { group: 'invites', field: 'acceptedBy', by: 'uid', treatment: 'delete' },
  { group: 'invites', field: 'invitedBy', by: 'uid', treatment: 'alias' },
  { group: 'useNotices', field: 'told', by: 'uid', isList: true, treatment: 'take-out' },
  { group: 'recipients', field: 'uid', by: 'uid', treatment: 'delete' }, // of mailings
  { group: 'oauthStates', field: 'uid', by: 'uid', treatment: 'delete' },
  { group: 'orgs', field: 'deletion.requestedBy', by: 'uid', treatment: 'alias' },
];

/** How an erased person is called where their work stays: it says nothing, and is the same in every place. */
export function aliasOf(requestId: string): string {
  return `former_${requestId.slice(0, 12)}`;
}
