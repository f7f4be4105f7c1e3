import type { AuditOrigin } from '@leadpulse/model';
import { contactSchema, Refusal } from '@leadpulse/model';
import { handlesOf } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { readReleases, suppressionRef, writeReleases } from '../contacts/index.js';
import { openAudit } from '../platform/audit.js';
import { contactRef, privacyRequestsOf } from '../platform/refs.js';
import { newJob } from './startJob.js';

interface Erasing {
  orgId: string;
  contactId: string;
  /** Whether its addresses get no message again; those that asked for none stay so in any case. */
  suppress: boolean;
  author: { actor: string; origin: AuditOrigin | null };
}

/**
 * Takes the contact and its addresses away and leaves the job that erases its conversation, in one transaction: from here
 * on nothing can be written to it, and what comes in from its addresses is somebody new. Asked twice it is one job.
 */
export async function beginContactErasure(
  tx: Transaction,
  { orgId, contactId, suppress, author }: Erasing,
): Promise<DocumentReference> {
  const ref = privacyRequestsOf(orgId).doc(`ec_${contactId}`);
  const [contact, begun] = await tx.getAll(contactRef(orgId, contactId), ref);
  if (!contact?.exists) {
    if (begun?.exists) return ref;
    throw new Refusal('not-found', 'contact-not-found', { field: 'contactId' });
  }
  const { emails, phones } = contactSchema.pick({ emails: true, phones: true }).parse({
    emails: contact.get('emails') as unknown,
    phones: contact.get('phones') as unknown,
  });
  const handles = handlesOf({ emails, phones });
  const releases = await readReleases(tx, contact.ref, handles);
  const audit = await openAudit(tx, orgId);
  tx.delete(contact.ref);
  writeReleases(tx, releases);
  if (suppress) {
    const at = Timestamp.now();
    for (const { channel, address } of handles)
      tx.set(suppressionRef(orgId, channel, address), { channel, at });
  }
  tx.set(ref, newJob('erase-contact', ref, { contactId }));
  audit.write({ ...author, action: 'contact.erase', target: contactId });
  return ref;
}
