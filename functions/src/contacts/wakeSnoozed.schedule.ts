import { Timestamp } from 'firebase-admin/firestore';
import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db, hasChanged } from '../platform/firestore.js';

const PAGE = 200;
const WIDTH = 16;

/** Opens the conversations whose snooze has ended. */
export const wakeSnoozed = onSchedule('every 1 minutes', async () => {
  const due = db()
    .collectionGroup('contacts')
    .where('inbox.status', '==', 'snoozed')
    .where('inbox.snoozedUntil', '<=', Timestamp.now())
    .orderBy('inbox.snoozedUntil')
    .limit(PAGE);
  for (;;) {
    const { docs } = await due.get();
    await forEachBounded(docs, WIDTH, wake);
    if (docs.length < PAGE) return;
  }
});

/** Somebody who snoozes it anew, or closes it, at the same moment wins. */
async function wake(contact: QueryDocumentSnapshot): Promise<void> {
  try {
    const fields = { 'inbox.status': 'open', 'inbox.snoozedUntil': null };
    await contact.ref.update(fields, { lastUpdateTime: contact.updateTime });
  } catch (error) {
    if (!hasChanged(error)) throw error;
  }
}
