import { acceptInviteContract } from '@leadpulse/model';
import { callContract } from '../../lib/call.js';
import type { PendingInvite } from '../../lib/pendingInvite.js';

/** Takes the seat; the organization it is in. */
export async function acceptInvite(invite: PendingInvite): Promise<string> {
  const { orgId } = await callContract(acceptInviteContract, invite);
  return orgId;
}
