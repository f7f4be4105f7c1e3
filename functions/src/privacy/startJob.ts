import type { PrivacyJob, PrivacyJobKind, PrivacyRequest } from '@leadpulse/model';
import { aliasOf, answerDueAtMs } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { logFailure } from '../platform/log.js';
import { enqueueTask } from '../platform/taskQueue.js';

/** The document of a job that begins now. */
export function newJob(
  kind: PrivacyJobKind,
  ref: DocumentReference,
  about: Partial<Omit<PrivacyJob, 'alias' | 'leaseUntil'>>,
): PrivacyRequest {
  const at = Timestamp.now();
  const { uid = null, email = null, contactId = null, orgs = [], owned = [] } = about;
  return {
    kind,
    state: 'running',
    law: 'general',
    subjectUid: uid,
    contactId,
    note: '',
    answer: '',
    at,
    dueAt: Timestamp.fromMillis(answerDueAtMs('general', at.toMillis())),
    doneAt: null,
    remindedAt: null,
    counts: {},
    job: { alias: aliasOf(ref.id), uid, email, contactId, orgs, owned, leaseUntil: at },
    expireAt: null,
  };
}

/** Has the job run now; where that fails, `drivePrivacyJobs` finds it. */
export async function startJob(ref: DocumentReference): Promise<void> {
  const nowMs = Date.now();
  const task = { functionName: 'runPrivacyJob', about: `privacy ${ref.path}`, data: { path: ref.path } };
  try {
    await enqueueTask({ ...task, version: Timestamp.fromMillis(nowMs), runAtMs: nowMs }, nowMs);
  } catch (error) {
    logFailure('a privacy job waits for its schedule', error, { code: ref.id });
  }
}
