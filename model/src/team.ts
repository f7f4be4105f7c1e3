import { z } from 'zod';
import { contract } from './contract.js';
import { givenRoleSchema } from './invite.js';
import { LIMITS } from './limits.js';
import { seesSchema } from './seat.js';

/** An organization that its owner deleted comes back whole within these days; then it is gone. */
export const DELETION_GRACE_DAYS = 7;
/** How long ago (seconds) a person may have signed in to delete an organization. */
export const FRESH_SIGN_IN_SECONDS = 5 * 60;

const orgIdSchema = z.string().min(1).max(128);
const memberUidSchema = z.string().min(1).max(128);
const empty = z.strictObject({});

export const setMemberRoleContract = contract('setMemberRole', {
  input: z.strictObject({
    orgId: orgIdSchema,
    memberUid: memberUidSchema,
    role: givenRoleSchema,
    sees: seesSchema,
  }),
  output: empty,
});

export const removeMemberContract = contract('removeMember', {
  input: z.strictObject({ orgId: orgIdSchema, memberUid: memberUidSchema }),
  output: empty,
});

export const leaveOrgContract = contract('leaveOrg', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: empty,
});

/** A person's own name, corrected everywhere it stands: on their page and on every seat. */
export const changeMyNameContract = contract('changeMyName', {
  input: z.strictObject({ displayName: z.string().trim().min(1).max(LIMITS.personName) }),
  output: empty,
});

/** Makes a member an owner; with `stepDown` the caller becomes an admin in the same transaction. */
export const grantOwnershipContract = contract('grantOwnership', {
  input: z.strictObject({ orgId: orgIdSchema, memberUid: memberUidSchema, stepDown: z.boolean() }),
  output: empty,
});

/** Closes every seat at once; the owner can restore it for `DELETION_GRACE_DAYS`. `purgeAtMs` is epoch ms. */
export const deleteOrgContract = contract('deleteOrg', {
  input: z.strictObject({ orgId: orgIdSchema, confirmName: z.string().max(LIMITS.orgName) }),
  output: z.strictObject({ purgeAtMs: z.number() }),
});

export const restoreOrgContract = contract('restoreOrg', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: empty,
});

/** Walks the hash chain of the audit log; `brokenAt` is the number of the first entry that does not fit. */
export const verifyAuditLogContract = contract('verifyAuditLog', {
  input: z.strictObject({ orgId: orgIdSchema }),
  output: z.strictObject({ entries: z.int(), isIntact: z.boolean(), brokenAt: z.int().nullable() }),
});
