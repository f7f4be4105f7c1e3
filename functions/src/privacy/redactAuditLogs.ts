import type { Redaction } from '@leadpulse/model';
import { attestationOf, auditEntrySchema, redactEntry } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { openAudit, sha256 } from '../platform/audit.js';
import { faultPoint } from '../platform/faultPoint.js';
import { db } from '../platform/firestore.js';
import { auditLogOf } from '../platform/refs.js';
import type { HeldJob, Step } from './heldJob.js';
import { faultSubject } from './heldJob.js';

/** Entries that one transaction redacts; the entry that swears to them holds a hash of each. */
const PAGE = 100;

/** Takes a person out of every audit log, as who acted and as who was acted on; the chains stay whole (decision 017). */
export async function redactAuditLogs(held: HeldJob, person: Redaction): Promise<void> {
  for (const field of ['actor', 'target']) {
    for (;;) {
      const found = await db()
        .collectionGroup('auditLog')
        .where(field, '==', person.uid)
        .select()
        .limit(1)
        .get();
      const orgId = found.docs[0]?.ref.parent.parent?.id;
      if (orgId === undefined) break;
      await held.transact((tx) => redactPage(tx, { orgId, field, person }));
      await faultPoint('privacy-after-batch', faultSubject(held, 'auditLog'));
    }
  }
}

async function redactPage(
  tx: Transaction,
  { orgId, field, person }: { orgId: string; field: string; person: Redaction },
): Promise<Step> {
  const { docs } = await tx.get(auditLogOf(orgId).where(field, '==', person.uid).limit(PAGE));
  const audit = await openAudit(tx, orgId);
  const entries = docs.map((doc) => redactEntry(auditEntrySchema.parse(doc.data()), person, sha256));
  return {
    counts: { auditLog: docs.length },
    write: () => {
      docs.forEach(({ ref }, at) => tx.set(ref, entries[at] ?? {}));
      if (entries.length === 0) return;
      const after = attestationOf(entries);
      audit.write({ actor: 'system', origin: null, action: 'privacy.redact', target: person.alias, after });
    },
  };
}
