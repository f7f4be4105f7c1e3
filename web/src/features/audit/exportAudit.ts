import type { AuditEntry } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import { getDocs } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';
import { count } from '../../lib/telemetry/count.js';
import { dayKey } from '../../lib/time.js';
import { auditCsv } from './auditCsv.js';
import type { AuditFilter } from './auditQueries.js';
import { auditQuery } from './auditQueries.js';
import type { AuditNames } from './auditWords.js';

/** Saves every entry that passes the filters as a file, also those that the screen has not read; answers how many. */
export async function exportAudit(orgId: string, filter: AuditFilter, names: AuditNames): Promise<number> {
  count('audit.export');
  const entries: AuditEntry[] = [];
  let after: unknown = null;
  do {
    const bounds = { after, until: null, limit: LIMITS.listPage };
    const { docs } = await getDocs(auditQuery(db, orgId, filter, bounds));
    entries.push(...docs.map((each) => each.data() as AuditEntry));
    after = docs.length < LIMITS.listPage ? null : docs.at(-1);
  } while (after !== null);
  save(auditCsv(entries, names), `audit-log-${dayKey(Date.now())}.csv`);
  return entries.length;
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
