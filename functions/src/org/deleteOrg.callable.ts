import { deleteOrgContract, orgSchema, planDeletion } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { stopRenewal } from '../billing/index.js';
import { openAudit } from '../platform/audit.js';
import type { Caller } from '../platform/callable.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { orgRef } from '../platform/refs.js';
import { openSeat, readSeat } from '../platform/seats.js';
import { readTeam } from './pages.js';

type Input = z.output<typeof deleteOrgContract.input>;

/**
 * Closes every seat, ends the open invites and tells each member's page when the organization goes for good, in one
 * transaction. Until then `restoreOrg` brings it back; then `purgeOrgs` erases it. Its plan is not renewed.
 */
export const deleteOrg = callable(
  deleteOrgContract,
  async (input, caller) => {
    const deletion = await close(input, caller);
    await stopRenewal(input.orgId);
    return deletion;
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);

async function close({ orgId, confirmName }: Input, caller: Caller): Promise<{ purgeAtMs: number }> {
  return runInTurn(async (tx) => {
    const actor = openSeat(await readSeat(tx, orgId, caller.uid));
    const org = await tx.get(orgRef(orgId));
    const orgName = orgSchema.shape.name.parse(org.get('name'));
    const at = Timestamp.now();
    const { signedInAtMs } = caller;
    const { purgeAtMs } = planDeletion({ actor, orgName, confirmName, signedInAtMs, nowMs: at.toMillis() });
    const { seats, pages } = await readTeam(tx, orgId);
    const invites = await tx.get(org.ref.collection('invites').where('state', '==', 'open').select());
    const audit = await openAudit(tx, orgId);

    const purgeAt = Timestamp.fromMillis(purgeAtMs);
    tx.update(org.ref, { deletion: { requestedBy: caller.uid, at, purgeAt } });
    for (const seat of seats) tx.update(seat, { isClosed: true });
    for (const page of pages) tx.update(page, { [`orgs.${orgId}.purgeAt`]: purgeAt });
    for (const { ref } of invites.docs) tx.update(ref, { state: 'revoked' });
    const after = { purgeAt: purgeAt.toDate().toISOString(), revokedInvites: invites.size };
    const { uid: actorUid, origin } = caller;
    audit.write({ actor: actorUid, origin, action: 'org.delete', target: orgId, after });
    return { purgeAtMs };
  });
}
