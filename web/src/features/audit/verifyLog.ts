import { verifyAuditLogContract } from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';
import { count } from '../../lib/telemetry/count.js';

export type Verdict = z.output<typeof verifyAuditLogContract.output>;

/** Has the server walk the hash chain of the whole log. */
export function verifyLog(orgId: string): Promise<Verdict> {
  count('audit.verify');
  return callContract(verifyAuditLogContract, { orgId });
}
