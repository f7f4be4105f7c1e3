import type { Use } from '@leadpulse/model';
import { sentInKey } from '@leadpulse/model';
import type { Query } from 'firebase-admin/firestore';
import { connectedAccounts } from '../messaging/index.js';
import { db } from '../platform/firestore.js';
import { contactsOf } from '../platform/refs.js';

/** What an organization uses of its plan, counted now: one read for each thousand, and no counter that could be wrong. */
export async function countUse(orgId: string, nowMs: number): Promise<Use> {
  const [accounts, growing] = await Promise.all([
    sizeOf(connectedAccounts(orgId)),
    countGrowing(orgId, nowMs),
  ]);
  return { accounts, ...growing };
}

/** The part that grows by itself: contacts that write in, and the messages of the month. */
export async function countGrowing(
  orgId: string,
  nowMs: number,
): Promise<Pick<Use, 'contacts' | 'messages'>> {
  const ofMonth = db().collectionGroup('messages').where('sentIn', '==', sentInKey(orgId, nowMs));
  const [contacts, messages] = await Promise.all([sizeOf(contactsOf(orgId)), sizeOf(ofMonth)]);
  return { contacts, messages };
}

async function sizeOf(query: Query): Promise<number> {
  return (await query.count().get()).data().count;
}
