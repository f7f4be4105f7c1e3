import type { AuditHead, AuditNote } from '@leadpulse/model';
import { auditEntryId, auditHeadSchema, EMPTY_AUDIT_HEAD, nextEntry } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { Transaction } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { auditHeadRef, auditLogOf } from './refs.js';

const REMEMBERED_EVENTS = 20;

type Note = Omit<AuditNote, 'at' | 'before' | 'after'> & Partial<Pick<AuditNote, 'before' | 'after'>>;

export interface OpenAudit {
  /** Whether an event has written its entry already. */
  knows: (eventId: string) => boolean;
  /** Adds an entry to the log, in the transaction of the act itself. */
  write: (note: Note, eventId?: string) => void;
}

/** The audit log of an organization, opened in the transaction of the act: one read, so before its first write. */
export async function openAudit(tx: Transaction, orgId: string): Promise<OpenAudit> {
  const snapshot = await tx.get(auditHeadRef(orgId));
  let head: AuditHead = snapshot.exists ? auditHeadSchema.parse(snapshot.data()) : EMPTY_AUDIT_HEAD;
  return {
    knows: (eventId) => head.eventIds.includes(eventId),
    write: (note, eventId) => {
      const entry = nextEntry(head, { before: null, after: null, ...note, at: Timestamp.now() }, sha256);
      const eventIds = eventId === undefined ? head.eventIds : [...head.eventIds, eventId];
      const { sequence, hash } = entry;
      head = { sequence, hash, eventIds: eventIds.slice(-REMEMBERED_EVENTS) };
      tx.create(auditLogOf(orgId).doc(auditEntryId(sequence)), entry);
      tx.set(snapshot.ref, head);
    },
  };
}

/** What the chain of the audit log is made of: SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
