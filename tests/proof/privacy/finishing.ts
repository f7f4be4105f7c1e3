import type { PrivacyRequest } from '@leadpulse/model';
import { privacyRequestSchema } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminDb, eventually, fireSchedule } from '../../../local/worldClient.js';
import { worldEnvironment } from '../worldEnvironment.js';

const LIMIT_MS = 60_000;

/** Waits for the receipt of an erasure, which its task alone has to bring about. */
export function receiptOf(ref: DocumentReference): Promise<PrivacyRequest> {
  return eventually(
    async () => {
      const request = privacyRequestSchema.parse((await ref.get()).data());
      return request.state === 'done' ? request : undefined;
    },
    `${ref.path} was not done`,
    LIMIT_MS,
  );
}

/** Has the run about this person or contact die at a step; answers whether it has died. */
export function killAt(point: string, about: string, step?: string): () => boolean {
  const { faultsDir } = worldEnvironment();
  mkdirSync(faultsDir, { recursive: true });
  const file = join(faultsDir, `${point}-${about}${step === undefined ? '' : `-${step}`}`);
  writeFileSync(file, 'kill');
  return () => !existsSync(file);
}

/** Waits until a run has died, then lets its hold end and the schedule go on, twice at the same time. */
export async function goOnAfter(hasDied: () => boolean, ref: DocumentReference): Promise<PrivacyRequest> {
  await eventually(() => Promise.resolve(hasDied() || undefined), 'no run came by its end', LIMIT_MS);
  await eventually(
    async () => {
      const { state, job } = privacyRequestSchema.parse((await ref.get()).data());
      if (state === 'done') return true;
      if (job && job.leaseUntil.toMillis() > Date.now()) {
        await ref.update({ 'job.leaseUntil': Timestamp.now() }); // the dead do not mind
      }
      await Promise.all([fireSchedule('drivePrivacyJobs'), fireSchedule('drivePrivacyJobs')]);
      return undefined;
    },
    `${ref.path} did not go on`,
    LIMIT_MS,
  );
  return receiptOf(ref);
}

export function accountRequest(requestId: string): DocumentReference {
  return adminDb().doc(`privacyRequests/${requestId}`);
}

export function contactRequest(orgId: string, requestId: string): DocumentReference {
  return adminDb().doc(`orgs/${orgId}/privacyRequests/${requestId}`);
}
