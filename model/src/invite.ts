import { z } from 'zod';
import { contract } from './contract.js';
import { LIMITS } from './limits.js';
import { momentSchema } from './moment.js';
import { Refusal } from './refusal.js';
import { seesSchema } from './seat.js';

export const INVITE_DAYS = 7;

/** The roles that can be given to somebody: an owner is made from a member, by `grantOwnership`. */
export const GIVEN_ROLES = ['admin', 'agent', 'viewer'] as const;
export const givenRoleSchema = z.enum(GIVEN_ROLES);

/** `orgs/{orgId}/invites/{id}`. Of the token only the hash is kept: SHA-256, hex. */
export const inviteSchema = z.strictObject({
  email: z.string().max(LIMITS.email),
  role: givenRoleSchema,
  sees: seesSchema,
  state: z.enum(['open', 'accepted', 'revoked']),
  tokenHash: z.string().length(64),
  invitedBy: z.string(),
  createdAt: momentSchema,
  expiresAt: momentSchema,
  mail: z.enum(['sending', 'sent', 'failed']),
  acceptedBy: z.string().nullable(),
});
export type Invite = z.infer<typeof inviteSchema>;

/** How an invite stands at a moment (epoch ms). */
export function inviteStateAt(
  { state, expiresAt }: Pick<Invite, 'state' | 'expiresAt'>,
  nowMs: number,
): Invite['state'] | 'expired' {
  return state === 'open' && expiresAt.toMillis() <= nowMs ? 'expired' : state;
}

interface Acceptance {
  invite: Pick<Invite, 'email' | 'state' | 'expiresAt'> | null;
  isTokenRight: boolean;
  person: { email: string; isEmailVerified: boolean };
  nowMs: number;
}

/**
 * Throws unless this person may take the seat now. Without the right token nothing is told, not even whether there is
 * an invite: `invite-not-found`. Then `invite-revoked`, `invite-used`, `invite-expired`, `invite-other-address`,
 * `email-not-verified`.
 */
export function planAcceptance({ invite, isTokenRight, person, nowMs }: Acceptance): void {
  if (!invite || !isTokenRight) throw new Refusal('not-found', 'invite-not-found');
  const state = inviteStateAt(invite, nowMs);
  if (state === 'revoked') throw new Refusal('failed-precondition', 'invite-revoked');
  if (state === 'accepted') throw new Refusal('failed-precondition', 'invite-used');
  if (state === 'expired') throw new Refusal('failed-precondition', 'invite-expired');
  if (lowerAscii(person.email) !== invite.email) {
    throw new Refusal('permission-denied', 'invite-other-address');
  }
  if (!person.isEmailVerified) throw new Refusal('failed-precondition', 'email-not-verified');
}

/** Only A to Z: `toLowerCase` makes a k of the Kelvin sign, and so one address of two. */
function lowerAscii(email: string): string {
  return email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Throws unless the invite can be sent again; an expired one can. `invite-revoked`, `invite-used`. */
export function insistOnOpen({ state }: Pick<Invite, 'state'>): void {
  if (state === 'revoked') throw new Refusal('failed-precondition', 'invite-revoked');
  if (state === 'accepted') throw new Refusal('failed-precondition', 'invite-used');
}

const orgIdSchema = z.string().min(1).max(128);
const inviteIdSchema = z.string().min(1).max(128);
const empty = z.strictObject({});

/** Mails a link to the address; the same answer whether or not the address has an account. */
export const inviteMemberContract = contract('inviteMember', {
  input: z.strictObject({
    orgId: orgIdSchema,
    email: z.string().max(LIMITS.email),
    role: givenRoleSchema,
    sees: seesSchema,
  }),
  output: z.strictObject({ inviteId: z.string(), mail: z.enum(['sent', 'failed']) }),
});

/** A new token and seven new days; the link mailed before stops working. */
export const resendInviteContract = contract('resendInvite', {
  input: z.strictObject({ orgId: orgIdSchema, inviteId: inviteIdSchema }),
  output: z.strictObject({ mail: z.enum(['sent', 'failed']) }),
});

export const revokeInviteContract = contract('revokeInvite', {
  input: z.strictObject({ orgId: orgIdSchema, inviteId: inviteIdSchema }),
  output: empty,
});

/** `newcomer` is what a person gives who has no page yet; accepting twice is accepting once. */
export const acceptInviteContract = contract('acceptInvite', {
  input: z.strictObject({
    orgId: orgIdSchema,
    inviteId: inviteIdSchema,
    token: z.string().min(1).max(200),
    newcomer: z
      .strictObject({
        displayName: z.string().trim().min(1).max(LIMITS.personName),
        acceptedPolicyVersion: z.string().max(20),
        promotionalEmails: z.boolean(),
      })
      .nullable(),
  }),
  output: z.strictObject({ orgId: z.string() }),
});
