import type { AuditHead, AuditNote } from '@leadpulse/model';
import { auditEntryId, nextEntry } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { sha256 } from '../../functions/src/platform/audit.js';
import { adminDb } from '../../local/worldClient.js';
import type { Practice } from './people.js';

const HOUR_MS = 60 * 60_000;
const ORIGIN = { network: '203.0.113.0/24', browser: 'Firefox' };

export type Deed = Pick<AuditNote, 'action' | 'target'> &
  Partial<Pick<AuditNote, 'actor' | 'before' | 'after'>> & { hoursAgo?: number };

/** Adds entries to the end of an organization's audit log, chained as functions chain them; the owner did them. */
export async function addToLog({ orgId, owner }: Practice, deeds: readonly Deed[]): Promise<void> {
  const org = adminDb().doc(`orgs/${orgId}`);
  const headRef = org.collection('chains').doc('audit');
  let head = (await headRef.get()).data() as AuditHead;
  const batch = adminDb().batch();
  for (const { hoursAgo = 0, actor = owner.uid, before = null, after = null, ...deed } of deeds) {
    const at = Timestamp.fromMillis(Date.now() - hoursAgo * HOUR_MS);
    const entry = nextEntry(head, { actor, before, after, at, origin: ORIGIN, ...deed }, sha256);
    batch.create(org.collection('auditLog').doc(auditEntryId(entry.sequence)), entry);
    head = { ...head, sequence: entry.sequence, hash: entry.hash };
  }
  batch.set(headRef, head);
  await batch.commit();
}

/** One entry of each kind that the screen shows in a way of its own; `uid` is who things were done to. */
export function oneOfEach(orgId: string, uid: string): Deed[] {
  const agent = { role: 'agent', sees: 'assigned' };
  return [
    { hoursAgo: 200, action: 'invite.create', target: 'i1', after: agent },
    { hoursAgo: 199, action: 'member.join', actor: uid, target: uid, after: { ...agent, inviteId: 'i1' } },
    {
      hoursAgo: 60,
      action: 'member.role',
      target: uid,
      before: agent,
      after: { role: 'agent', sees: 'everything' },
    },
    {
      hoursAgo: 30,
      action: 'org.update',
      target: orgId,
      before: { settings: { undoSendSeconds: 10, quietHours: { endMinute: 1260 } } },
      after: {
        postalAddress: 'changed',
        settings: { undoSendSeconds: 20, quietHours: { endMinute: 1230 } },
      },
    },
    { hoursAgo: 3, action: 'invite.revoke', target: 'i2' },
    {
      hoursAgo: 2,
      action: 'member.remove',
      target: 'uGoneForLong',
      before: { role: 'viewer', sees: 'everything' },
    },
    {
      hoursAgo: 1,
      action: 'owner.grant',
      target: uid,
      before: { role: 'agent', sees: 'everything' },
      after: { role: 'owner', sees: 'everything' },
    },
  ];
}
