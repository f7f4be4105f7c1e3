import type { DataExport } from '@leadpulse/model';
import { EXPORT_MINUTES } from '@leadpulse/model';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { db } from '../platform/firestore.js';

export function exportRef(exportId: string): DocumentReference {
  return db().doc(`exports/${exportId}`);
}

type About = Pick<DataExport, 'kind' | 'uid' | 'orgId' | 'contactId'>;

/** A link to an export that is made while it is downloaded: nothing of it is kept with us. */
export function openExport(tx: Transaction, about: About): { exportId: string; path: string } {
  const ref = db().collection('exports').doc();
  const token = randomBytes(32).toString('base64url');
  const at = Timestamp.now();
  const link: DataExport = {
    ...about,
    tokenHash: hashOf(token),
    state: 'ready',
    counts: {},
    at,
    expireAt: Timestamp.fromMillis(at.toMillis() + EXPORT_MINUTES * 60_000),
  };
  tx.create(ref, link);
  return { exportId: ref.id, path: `/exports/${ref.id}/${token}` };
}

export function isTokenOfExport({ tokenHash }: DataExport, token: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(tokenHash));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
