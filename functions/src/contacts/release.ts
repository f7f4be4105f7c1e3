import type { Handle } from '@leadpulse/model';
import type { DocumentReference, DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { z } from 'zod';
import { handleRef } from './addresses.js';

/** An address that a contact gives up, and who gets it. */
export interface Release {
  ref: DocumentReference;
  heir: string | null;
  handle: Handle;
}

export function holderOf(handle: DocumentSnapshot): string | null {
  return handle.exists ? z.string().parse(handle.get('contactId')) : null;
}

/** Addresses given up go to another contact that has them too, so that what comes in finds somebody. */
export async function readReleases(
  tx: Transaction,
  contact: DocumentReference,
  handles: readonly Handle[],
): Promise<Release[]> {
  const releases = await Promise.all(handles.map((handle) => readRelease(tx, contact, handle)));
  return releases.filter((release) => release !== null);
}

async function readRelease(
  tx: Transaction,
  contact: DocumentReference,
  handle: Handle,
): Promise<Release | null> {
  const orgId = contact.parent.parent?.id ?? '';
  const ref = handleRef(orgId, handle);
  if (holderOf(await tx.get(ref)) !== contact.id) return null;
  const field = handle.channel === 'sms' ? 'phones' : 'emails';
  const query = contact.parent.where(field, 'array-contains', handle.address).limit(2);
  const heirs = (await tx.get(query)).docs.filter(({ id }) => id !== contact.id);
  return { ref, handle, heir: heirs[0]?.id ?? null };
}

export function writeReleases(tx: Transaction, releases: readonly Release[]): void {
  for (const { ref, handle, heir } of releases) {
    if (heir === null) tx.delete(ref);
    else tx.set(ref, { contactId: heir, channel: handle.channel });
  }
}
