import type { UseNews } from '@leadpulse/model';
import { memberSchema, planUseNotice, useNoticeId, useNoticeSchema } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { db } from '../platform/firestore.js';
import { membersOf, orgRef } from '../platform/refs.js';
import { sendSystemMail } from '../platform/systemMail.js';
import type { Metered } from './monthlyUse.js';
import { useMail } from './useMail.js';

/**
 * Tells every owner once that the month's messages are nearly or all used. The claim is a transaction, so of two runs one
 * sends; who was told is written after each mail, so a run that dies leaves the others to the next one.
 */
export async function tellOwners(metered: Metered): Promise<void> {
  const { orgId, orgName, planId, allowances, use, levels } = metered;
  if (levels.messages === 'within') return;
  const news: UseNews = { month: levels.month, level: levels.messages, allowed: allowances.messages };
  const ref = orgRef(orgId).collection('useNotices').doc(useNoticeId(news));
  const told = await claim(ref);
  if (!told) return;
  const open = (await ownersOf(orgId)).filter(({ uid }) => !told.includes(uid));
  let isDone = true;
  for (const { uid, email } of open) {
    const mail = useMail({ to: email, orgId, orgName, planId, used: use.messages, news });
    if ((await sendSystemMail(mail, 'meterUse')) === 'sent')
      await ref.update({ told: FieldValue.arrayUnion(uid) });
    else isDone = false;
  }
  if (isDone) await ref.update({ isDone });
}

/** Who was told before, if the notice is ours to give now; null: nobody has to be told. */
function claim(ref: DocumentReference): Promise<string[] | null> {
  return db().runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    const before = snapshot.exists ? useNoticeSchema.parse(snapshot.data()) : null;
    const now = Timestamp.now();
    const plan = planUseNotice(before, now.toMillis());
    if (!plan) return null;
    tx.set(ref, { ...plan, claimedAt: now, isDone: false });
    return plan.told;
  });
}

async function ownersOf(orgId: string): Promise<{ uid: string; email: string }[]> {
  const { docs } = await membersOf(orgId).where('role', '==', 'owner').get();
  return docs.map((doc) => ({ uid: doc.id, email: memberSchema.shape.email.parse(doc.get('email')) }));
}
