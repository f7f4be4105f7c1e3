import type { PrivacyJobKind } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { logInfo } from '../platform/log.js';
import { eraseContactJob } from './eraseContactJob.js';
import { erasePersonJob } from './erasePersonJob.js';
import type { HeldJob } from './heldJob.js';
import { holdJob, Superseded } from './heldJob.js';

const JOBS: Record<PrivacyJobKind, (held: HeldJob) => Promise<void>> = {
  'erase-contact': eraseContactJob,
  'erase-account': erasePersonJob,
  'remove-child': erasePersonJob,
};

/**
 * Does what is left of a job, from its first step on: each step does nothing where it was done before. A run that dies is
 * taken up when its hold ends, and a second run at the same time stops the first.
 */
export async function runJob(ref: DocumentReference): Promise<void> {
  const held = await holdJob(ref);
  if (!held) return;
  const { kind } = held.request;
  try {
    await JOBS[kind as PrivacyJobKind](held);
    await held.finish();
    logInfo('privacy job done', { kind, code: ref.id });
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}
