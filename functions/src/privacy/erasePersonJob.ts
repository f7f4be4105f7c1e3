import type { PersonTrace } from '@leadpulse/model';
import { PERSON_TRACES } from '@leadpulse/model';
import type { DocumentReference, Query, WriteBatch } from 'firebase-admin/firestore';
import { FieldPath, FieldValue } from 'firebase-admin/firestore';
import { passOnCustomer } from '../billing/index.js';
import { inviteKeys, purgeOrg } from '../org/index.js';
import { db } from '../platform/firestore.js';
import { rateLimitRef } from '../platform/rateLimit.js';
import { privacyRequests, userRef } from '../platform/refs.js';
import { sendSystemMail } from '../platform/systemMail.js';
import type { HeldJob } from './heldJob.js';
import { sweep, sweepBelow } from './heldJob.js';
import { erasureMail } from './privacyMail.js';
import { redactAuditLogs } from './redactAuditLogs.js';
import { deleteSignIn } from './signInAccount.js';

/** Whom a job is about. */
interface Erased {
  uid: string;
  email: string;
  alias: string;
}

/** Everything that names a person whose seats ended when it was asked for; the sign-in goes last but the receipt. */
export async function erasePersonJob(held: HeldJob): Promise<void> {
  const { uid, email, alias, orgs, owned } = held.job;
  if (uid === null || email === null) throw new Error('an erasure without a person');
  const person: Erased = { uid, email, alias };
  for (const orgId of orgs) {
    await purgeOrg(orgId);
    await held.keep({ organizations: 1 }, { 'job.orgs': FieldValue.arrayRemove(orgId) });
  }
  for (const trace of PERSON_TRACES) await sweepTrace(held, trace, person);
  await redactAuditLogs(held, person);
  for (const orgId of owned) await passOnCustomer(orgId, email);
  await forgetRates(held, person);
  await forgetPage(held, person);
  await deleteSignIn(uid);
  if (held.request.kind === 'erase-account') {
    await sendSystemMail(erasureMail(email, held.ref.id), 'runPrivacyJob');
  }
}

function sweepTrace(held: HeldJob, trace: PersonTrace, person: Erased): Promise<void> {
  const { group, field, isList } = trace;
  const value = person[trace.by];
  const all: Query = group === 'orgs' ? db().collection('orgs') : db().collectionGroup(group);
  const query = all.where(field, isList ? 'array-contains' : '==', value).select();
  return sweep(held, group, query, (batch, { ref }) => treat(batch, ref, trace, person));
}

function treat(batch: WriteBatch, ref: DocumentReference, trace: PersonTrace, person: Erased): void {
  const { field, treatment } = trace;
  if (treatment === 'delete') batch.delete(ref);
  else if (treatment === 'alias') batch.update(ref, { [field]: person.alias });
  else if (treatment === 'unset') batch.update(ref, { [field]: null });
  else batch.update(ref, { [field]: FieldValue.arrayRemove(person[trace.by]) });
}

async function forgetRates(held: HeldJob, { uid, email }: Erased): Promise<void> {
  const { person, address } = inviteKeys(email, uid);
  await held.commit((batch) => {
    for (const key of [person, address]) batch.delete(rateLimitRef(key));
  }, {});
}

/** The person's own page with all below it, and what they asked for before. */
async function forgetPage(held: HeldJob, { uid }: Erased): Promise<void> {
  await sweepBelow(held, userRef(uid));
  const page = db().collection('users').where(FieldPath.documentId(), '==', uid).select();
  await sweep(held, 'page', page, (batch, { ref }) => batch.delete(ref));
  const exports = db().collection('exports').where('uid', '==', uid).select();
  await sweep(held, 'exports', exports, (batch, { ref }) => batch.delete(ref));
  const asked = privacyRequests()
    .where('subjectUid', '==', uid)
    .where('state', 'in', ['open', 'done', 'declined'])
    .select();
  await sweep(held, 'requests', asked, (batch, { ref }) => batch.delete(ref));
}
