import {
  grantOwnershipContract,
  inviteMemberContract,
  leaveOrgContract,
  removeMemberContract,
  resendInviteContract,
  revokeInviteContract,
  setMemberRoleContract,
} from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../../lib/call.js';
import { count } from '../../../lib/telemetry/count.js';

export const inviteMember = (input: z.input<typeof inviteMemberContract.input>) => {
  count('invite.send');
  return callContract(inviteMemberContract, input);
};
export const resendInvite = (input: z.input<typeof resendInviteContract.input>) =>
  callContract(resendInviteContract, input);
export const revokeInvite = (input: z.input<typeof revokeInviteContract.input>) =>
  callContract(revokeInviteContract, input);
export const setMemberRole = (input: z.input<typeof setMemberRoleContract.input>) => {
  count('member.change');
  return callContract(setMemberRoleContract, input);
};
export const removeMember = (input: z.input<typeof removeMemberContract.input>) =>
  callContract(removeMemberContract, input);
export const grantOwnership = (input: z.input<typeof grantOwnershipContract.input>) =>
  callContract(grantOwnershipContract, input);
export const leaveOrg = (input: z.input<typeof leaveOrgContract.input>) =>
  callContract(leaveOrgContract, input);
