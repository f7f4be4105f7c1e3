import type { Channel, Handle } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { suppressionId } from '../platform/keyedHash.js';
import { orgRef } from '../platform/refs.js';

/** Who holds an address in an organization: what comes in from it goes there. */
export function handleRef(orgId: string, handle: Handle): DocumentReference {
  const id = createHash('sha256').update(handle.key).digest('hex');
  return orgRef(orgId).collection('handles').doc(id);
}

/** The mark that an address wants no more messages; it outlives the contact and does not tell the address. */
export function suppressionRef(orgId: string, channel: Channel, address: string): DocumentReference {
  return orgRef(orgId)
    .collection('suppressions')
    .doc(suppressionId(orgId, channel, address));
}
