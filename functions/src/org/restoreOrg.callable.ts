import { orgSchema, planRestoring, restoreOrgContract } from '@leadpulse/model';
import { FieldValue } from 'firebase-admin/firestore';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { orgRef } from '../platform/refs.js';
import { readSeat } from '../platform/seats.js';
import { readTeam } from './pages.js';

/** Opens every seat of a deleted organization again; invites that were open stay revoked. */
export const restoreOrg = callable(restoreOrgContract, async ({ orgId }, caller) => {
  await runInTurn(async (tx) => {
    const actor = await readSeat(tx, orgId, caller.uid); // closed, which is what ends here
    const org = await tx.get(orgRef(orgId));
    const deletion = orgSchema.shape.deletion.parse(org.get('deletion'));
    planRestoring({ actor, purgeAtMs: deletion?.purgeAt.toMillis() ?? null, nowMs: Date.now() });
    const { seats, pages } = await readTeam(tx, orgId);
    const audit = await openAudit(tx, orgId);

    tx.update(org.ref, { deletion: FieldValue.delete() });
    for (const seat of seats) tx.update(seat, { isClosed: FieldValue.delete() });
    for (const page of pages) tx.update(page, { [`orgs.${orgId}.purgeAt`]: FieldValue.delete() });
    audit.write({ actor: caller.uid, origin: caller.origin, action: 'org.restore', target: orgId });
  });
  return {};
});
