import { contactRef, contactsOf, privacyRequestsOf } from '../platform/refs.js';
import type { HeldJob } from './heldJob.js';
import { sweep, sweepBelow } from './heldJob.js';

/** Messages, notes, consents and whatever else lies below a contact that is gone, and what points at it. */
export async function eraseContactJob(held: HeldJob): Promise<void> {
  const orgId = held.ref.parent.parent?.id;
  const { contactId } = held.job;
  if (orgId === undefined || contactId === null)
    throw new Error('a contact’s erasure lies in its organization');
  await sweepBelow(held, contactRef(orgId, contactId));
  const duplicates = contactsOf(orgId).where('duplicateOf', '==', contactId).select();
  await sweep(held, 'duplicates', duplicates, (batch, { ref }) => batch.update(ref, { duplicateOf: null }));
  const asked = privacyRequestsOf(orgId).where('contactId', '==', contactId).where('note', '>', '').select();
  await sweep(held, 'requests', asked, (batch, { ref }) => batch.update(ref, { note: '', answer: '' }));
}
