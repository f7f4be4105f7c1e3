import { accountSchema } from '@leadpulse/model';
import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure } from '../platform/log.js';
import { enqueueSync } from './mailbox/syncTask.js';

const PAGE = 300;
const WIDTH = 16;

/** Has every mailbox read, each by a task of its own. */
export const syncMailboxes = onSchedule({ schedule: 'every 5 minutes', timeoutSeconds: 120 }, async () => {
  const at = Timestamp.now();
  const all = db().collectionGroup('accounts').where('kind', '==', 'imap').orderBy('address').limit(PAGE);
  let page: Query | null = all;
  while (page) {
    const { docs } = await page.get();
    await forEachBounded(docs, WIDTH, (snapshot) => enqueueOne(snapshot, at));
    const last: QueryDocumentSnapshot | undefined = docs.at(-1);
    page = last && docs.length === PAGE ? all.startAfter(last) : null;
  }
});

async function enqueueOne(snapshot: QueryDocumentSnapshot, at: Timestamp): Promise<void> {
  const state = accountSchema.shape.state.parse(snapshot.get('state'));
  if (state === 'disconnected' || state === 'error') return;
  const [, orgId = ''] = snapshot.ref.path.split('/');
  try {
    await enqueueSync({ orgId, accountId: snapshot.id }, at);
  } catch (error) {
    logFailure('a mailbox could not be put before its task', error, { orgId, accountId: snapshot.id });
  }
}
