import { orgSchema } from '@leadpulse/model';
import type { DocumentData, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { onDocumentWrittenWithAuthContext } from 'firebase-functions/firestore';
import { isDeepStrictEqual } from 'node:util';
import { refreshUse } from '../billing/index.js';
import { openAudit } from '../platform/audit.js';
import { db } from '../platform/firestore.js';
import { orgRef } from '../platform/refs.js';
import { readTeam } from './pages.js';

/** What an admin may change directly; changes of the rest are audited where they are made. */
const AUDITED = ['name', 'timeZone', 'postalAddress', 'defaultCountry', 'settings'] as const;

/** What a person typed: the log says that it changed, and keeps none of the words (decision 015). */
const TYPED = ['name', 'postalAddress'] as const satisfies readonly (typeof AUDITED)[number][];

/**
 * An admin changed the organization: its members' pages follow, and the audit log says who changed what. Its access
 * changed: what is left of the plan is counted anew, so that a larger plan is felt at once.
 */
export const onOrgWritten = onDocumentWrittenWithAuthContext(
  { document: 'orgs/{orgId}', retry: true },
  async ({ data, params, id, authId }) => {
    const before = data?.before.data();
    const after = data?.after.data();
    if (!before || !after) return; // createOrg writes its own entry
    if (!isDeepStrictEqual(before.access, after.access)) await refreshUse(params.orgId);
    const changed = AUDITED.filter((field) => !isDeepStrictEqual(before[field], after[field]));
    if (changed.length === 0) return;
    const { orgId } = params;
    await db().runTransaction(async (tx) => {
      const org = await tx.get(orgRef(orgId));
      const audit = await openAudit(tx, orgId);
      if (!org.exists || audit.knows(id)) return; // purged since, or told twice
      if (changed.includes('name') || changed.includes('timeZone')) await refreshPages(tx, org);
      const entry = changeOf(before, after, changed);
      const actor = authId ?? 'unknown';
      audit.write({ actor, action: 'org.update', target: orgId, origin: null, ...entry }, id);
    });
  },
);

/** Events come in any order, so the pages get what the organization is now. */
async function refreshPages(tx: Transaction, org: DocumentSnapshot): Promise<void> {
  const { pages } = await readTeam(tx, org.id);
  const name = orgSchema.shape.name.parse(org.get('name'));
  const timeZone = orgSchema.shape.timeZone.parse(org.get('timeZone'));
  for (const page of pages) {
    tx.update(page, { [`orgs.${org.id}.name`]: name, [`orgs.${org.id}.timeZone`]: timeZone });
  }
}

function changeOf(before: DocumentData, after: DocumentData, changed: (typeof AUDITED)[number][]) {
  const isTyped = (field: string): boolean => TYPED.some((typed) => typed === field);
  const chosen = changed.filter((field) => !isTyped(field));
  const typed = changed.filter(isTyped).map((field) => [field, 'changed'] as const);
  return { before: pick(before, chosen), after: { ...pick(after, chosen), ...Object.fromEntries(typed) } };
}

function pick(data: DocumentData, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, (data[field] as unknown) ?? null]));
}
