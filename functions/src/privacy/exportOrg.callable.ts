import { exportOrgContract } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { requireSeat } from '../platform/seats.js';
import { openExport } from './openExport.js';

/** A link to everything of an organization. */
export const exportOrg = callable(exportOrgContract, ({ orgId }, { uid, origin }) =>
  runInTurn(async (tx) => {
    await requireSeat(tx, orgId, uid, 'contact.export');
    const audit = await openAudit(tx, orgId);
    audit.write({ actor: uid, origin, action: 'org.export', target: orgId });
    return openExport(tx, { kind: 'organization', uid, orgId, contactId: null });
  }),
);
