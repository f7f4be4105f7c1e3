import { verifyAuditLogContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { requireSeat } from '../platform/seats.js';
import { verifyChain } from './verifyChain.js';

/** Tells an owner or admin whether the audit log is as it was written. */
export const verifyAuditLog = callable(
  verifyAuditLogContract,
  ({ orgId }, caller) =>
    db().runTransaction(
      async (tx) => {
        await requireSeat(tx, orgId, caller.uid, 'audit.read');
        return verifyChain(tx, orgId);
      },
      { readOnly: true },
    ),
  { timeoutSeconds: 240 },
);
