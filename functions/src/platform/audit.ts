import type { AuditEntry } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { Transaction } from 'firebase-admin/firestore';
import { orgRef } from './refs.js';

type Entry = Omit<AuditEntry, 'at' | 'before' | 'after'> & Partial<Pick<AuditEntry, 'before' | 'after'>>;

/** Adds to the audit log in the transaction of the act itself; the same `entryId` twice is one entry. */
export function writeAudit(tx: Transaction, orgId: string, entry: Entry, entryId?: string): void {
  const log = orgRef(orgId).collection('auditLog');
  const ref = entryId === undefined ? log.doc() : log.doc(entryId);
  tx.set(ref, { before: null, after: null, ...entry, at: Timestamp.now() });
}
