import type { AuditAction } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import type { Caller } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { authorOf } from './owner.js';
import { syncOrg } from './syncOrg.js';

/** After a person changed something at Stripe: their entry in the audit log, and the page as Stripe has it now. */
export async function applyPlan(
  orgId: string,
  caller: Caller,
  action: AuditAction,
  after: Record<string, unknown>,
): Promise<void> {
  await db().runTransaction(async (tx) => {
    const audit = await openAudit(tx, orgId);
    audit.write({ ...authorOf(caller), action, target: orgId, after });
  });
  await syncOrg(orgId, () => ({ events: [], customerId: null, author: authorOf(caller) }));
}
