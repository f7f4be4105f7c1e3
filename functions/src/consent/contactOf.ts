import type { Capability, Channel, Contact } from '@leadpulse/model';
import { contactSchema, effectiveSees, Refusal } from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { contactRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';

interface Asked {
  orgId: string;
  contactId: string;
  uid: string;
  capability: Capability;
}

/** The contact, for a member whose seat sees it and grants the capability. */
export async function visibleContact(
  tx: Transaction,
  { orgId, contactId, uid, capability }: Asked,
): Promise<DocumentSnapshot> {
  const seat = await requireSeat(tx, orgId, uid, capability);
  const contact = await tx.get(contactRef(orgId, contactId));
  if (!contact.exists) throw new Refusal('not-found', 'contact-not-found', { field: 'contactId' });
  if (effectiveSees(seat) === 'assigned' && contact.get('assigneeUid') !== uid) {
    throw new Refusal('permission-denied', 'contact-not-visible');
  }
  return contact;
}

/** The addresses of a contact on a channel. */
export function addressesOn(contact: DocumentSnapshot, channel: Channel): string[] {
  const field: keyof Contact = channel === 'sms' ? 'phones' : 'emails';
  return contactSchema.shape[field].parse(contact.get(field));
}
