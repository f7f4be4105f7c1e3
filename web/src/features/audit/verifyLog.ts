import { verifyAuditLogContract } from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';

export type Verdict = z.output<typeof verifyAuditLogContract.output>;

/** Has the server walk the hash chain of the whole log. */
export function verifyLog(orgId: string): Promise<Verdict> {
  return callContract(verifyAuditLogContract, { orgId });
}
