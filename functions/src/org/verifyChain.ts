import type { AuditEntry, AuditHead, OpenRedactions } from '@leadpulse/model';
import {
  auditEntrySchema,
  auditHeadSchema,
  brokenEnd,
  EMPTY_AUDIT_HEAD,
  followChain,
  followRedactions,
} from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { sha256 } from '../platform/audit.js';
import { auditHeadRef, auditLogOf } from '../platform/refs.js';

const PAGE = 500;

interface ChainReport {
  entries: number;
  isIntact: boolean;
  /** The number of the first entry that does not fit. */
  brokenAt: number | null;
}

/**
 * Walks the audit log of an organization from its first entry to the head of its chain, in a transaction that only
 * reads, so that entries written meanwhile do not matter.
 */
export async function verifyChain(tx: Transaction, orgId: string): Promise<ChainReport> {
  const head = await readHead(tx, orgId);
  let reached: Pick<AuditHead, 'sequence' | 'hash'> = EMPTY_AUDIT_HEAD;
  let after: DocumentSnapshot | undefined;
  let entries = 0;
  let redactions: OpenRedactions = new Map();
  for (;;) {
    const query = auditLogOf(orgId).orderBy('__name__').limit(PAGE);
    const { docs } = await tx.get(after ? query.startAfter(after) : query);
    const read = readable(docs);
    const { brokenAt, ...next } = followChain(reached, read, sha256);
    entries += docs.length;
    reached = next;
    redactions = read.reduce(followRedactions, redactions);
    if (brokenAt !== null) return { entries, isIntact: false, brokenAt };
    if (read.length < docs.length) return { entries, isIntact: false, brokenAt: reached.sequence + 1 };
    if (docs.length < PAGE) break;
    after = docs.at(-1);
  }
  const unsworn = redactions.size > 0 ? Math.min(...redactions.keys()) : null;
  const brokenAt = brokenEnd(reached, head) ?? unsworn;
  return { entries, isIntact: brokenAt === null, brokenAt };
}

/** A head that is missing or spoilt fits no entry. */
async function readHead(tx: Transaction, orgId: string): Promise<AuditHead> {
  const snapshot = await tx.get(auditHeadRef(orgId));
  return auditHeadSchema.safeParse(snapshot.data()).data ?? EMPTY_AUDIT_HEAD;
}

/** The entries up to the first that is none: a field too many breaks the chain as a changed one does. */
function readable(docs: DocumentSnapshot[]): AuditEntry[] {
  const parsed = docs.map((doc) => auditEntrySchema.safeParse(doc.data()));
  const first = parsed.findIndex(({ success }) => !success);
  return parsed.slice(0, first < 0 ? undefined : first).flatMap(({ data }) => data ?? []);
}
