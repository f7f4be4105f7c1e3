import { Refusal, revokeInviteContract } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { inviteRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { readInvite } from './inviting.js';

/** The link stops working at once; revoking twice is revoking once. */
export const revokeInvite = callable(revokeInviteContract, async ({ orgId, inviteId }, caller) => {
  await runInTurn(async (tx) => {
    await requireSeat(tx, orgId, caller.uid, 'member.write');
    const ref = inviteRef(orgId, inviteId);
    const { state, role, sees } = readInvite(await tx.get(ref));
    if (state === 'revoked') return;
    if (state === 'accepted') throw new Refusal('failed-precondition', 'invite-used');
    const audit = await openAudit(tx, orgId);
    tx.update(ref, { state: 'revoked' });
    const note = { actor: caller.uid, origin: caller.origin, target: inviteId };
    audit.write({ ...note, action: 'invite.revoke', before: { role, sees } });
  });
  return {};
});
