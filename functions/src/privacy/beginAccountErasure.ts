import type { PrivacyJobKind, SeatAtErasure } from '@leadpulse/model';
import { planAccountErasure, userSchema } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import type { OpenAudit } from '../platform/audit.js';
import { openAudit } from '../platform/audit.js';
import { memberRef, membersOf, orgRef, privacyRequests, userRef } from '../platform/refs.js';
import { readSeat } from '../platform/seats.js';
import { newJob } from './startJob.js';

interface Leaving {
  kind: Extract<PrivacyJobKind, 'erase-account' | 'remove-child'>;
  uid: string;
  email: string;
  confirmEmail: string;
  signedInAtMs: number;
}

/**
 * Ends every seat of a person, closes the organizations that nobody else is in, and leaves the job that erases the rest, in
 * one transaction: from here on they are a stranger everywhere. Asked twice it is one job.
 */
export async function beginAccountErasure(tx: Transaction, person: Leaving): Promise<DocumentReference> {
  const { uid, email, kind } = person;
  const page = await tx.get(userRef(uid));
  const begun = await runningJob(tx, uid);
  if (begun) return begun;
  const orgIds = page.exists ? Object.keys(userSchema.shape.orgs.parse(page.get('orgs'))) : [];
  const seats = (await Promise.all(orgIds.map((orgId) => readForErasure(tx, orgId, uid)))).flat();
  const { leave, purge, owned } = planAccountErasure({ ...person, seats, nowMs: Date.now() });
  const logs = await Promise.all(leave.map((orgId) => openAudit(tx, orgId)));

  const ref = privacyRequests().doc();
  const request = newJob(kind, ref, { uid, email, orgs: purge, owned });
  tx.create(ref, request);
  if (page.exists) tx.update(page.ref, { orgs: {} });
  leave.forEach((orgId, at) => leaveOne(tx, memberRef(orgId, uid), logs[at], request.job?.alias ?? ''));
  const now = Timestamp.now();
  for (const orgId of purge) {
    const requestedBy = request.job?.alias;
    tx.update(orgRef(orgId), { deletion: { requestedBy, at: now, purgeAt: now } });
    tx.update(memberRef(orgId, uid), { isClosed: true });
  }
  return ref;
}

/** An entry about an erased person never names them, not even for a moment. */
function leaveOne(tx: Transaction, seat: DocumentReference, log: OpenAudit | undefined, alias: string): void {
  tx.delete(seat);
  log?.write({ actor: alias, origin: null, action: 'member.erase', target: alias });
}

async function runningJob(tx: Transaction, uid: string): Promise<DocumentReference | null> {
  const { docs } = await tx.get(
    privacyRequests().where('subjectUid', '==', uid).where('state', '==', 'running'),
  );
  return docs[0]?.ref ?? null;
}

/** The seat as its erasure looks at it; none where the page lists one that is gone. */
async function readForErasure(tx: Transaction, orgId: string, uid: string): Promise<SeatAtErasure[]> {
  const seat = await readSeat(tx, orgId, uid);
  if (!seat) return [];
  const owners = await tx.get(membersOf(orgId).where('role', '==', 'owner').select().limit(2));
  const members = await tx.get(membersOf(orgId).select().limit(2));
  const { role, isClosed = false } = seat;
  return [{ orgId, role, isClosed, owners: owners.size, members: members.size }];
}
