import { previewRetentionContract } from '@leadpulse/model';
import { doc, updateDoc } from 'firebase/firestore';
import { callContract } from '../../lib/call.js';
import { db } from '../../lib/firebase/firestore.js';

export async function countOld(orgId: string, days: number): Promise<number> {
  return (await callContract(previewRetentionContract, { orgId, days })).conversations;
}

export async function keepFor(orgId: string, days: number | null): Promise<void> {
  await updateDoc(doc(db, 'orgs', orgId), { 'settings.retentionDays': days });
}
