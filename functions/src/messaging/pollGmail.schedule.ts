import type { Account } from '@leadpulse/model';
import { accountSchema } from '@leadpulse/model';
import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure } from '../platform/log.js';
import { freshAccount, noteError } from './accounts.js';
import { DeliveryFailure } from './channels/adapter.js';
import { watchAgain } from './gmail/beginSync.js';
import { syncMailbox } from './gmail/syncMailbox.js';

const PAGE = 200;
const WIDTH = 4;
const RENEW_AFTER_MS = 20 * 60 * 60_000;

/** Looks into every mailbox that comes in here, in case that Gmail did not tell us; renews once a day what lets it tell. */
export const pollGmail = onSchedule(
  {
    schedule: 'every 60 minutes',
    timeoutSeconds: 1800,
    memory: '1GiB',
    secrets: ['SEALING_KEY', 'SUPPRESSION_KEY', 'GOOGLE_CLIENT_SECRET'],
  },
  async () => {
    const all = db().collectionGroup('accounts').where('kind', '==', 'gmail').orderBy('address').limit(PAGE);
    let page = await all.get();
    for (;;) {
      await forEachBounded(page.docs, WIDTH, lookInto);
      const last = page.docs.at(-1);
      if (!last || page.size < PAGE) return;
      page = await all.startAfter(last).get();
    }
  },
);

/** One mailbox that fails does not hold up the others. */
async function lookInto(snapshot: QueryDocumentSnapshot): Promise<void> {
  const [, orgId = ''] = snapshot.ref.path.split('/');
  try {
    const account = accountSchema.parse(snapshot.data());
    if (!account.gmailSync || !['active', 'paused'].includes(account.state)) return;
    await renewWatch(orgId, snapshot.id, account);
    await syncMailbox(orgId, snapshot.id);
  } catch (error) {
    logFailure('a mailbox could not be looked into', error, { orgId, accountId: snapshot.id });
  }
}

async function renewWatch(orgId: string, accountId: string, { gmailSync }: Account): Promise<void> {
  if (!gmailSync || Date.now() - gmailSync.watchedAt.toMillis() < RENEW_AFTER_MS) return;
  const ready = await freshAccount(orgId, accountId);
  if (!ready?.credentials.gmail) return;
  try {
    const { watchEndsAt, watchedAt } = await watchAgain(ready.credentials.gmail);
    await db()
      .doc(`orgs/${orgId}/accounts/${accountId}`)
      .update({ 'gmailSync.watchEndsAt': watchEndsAt, 'gmailSync.watchedAt': watchedAt });
  } catch (error) {
    if (error instanceof DeliveryFailure && error.concerns === 'credentials') await noteError(ready, error);
    throw error;
  }
}
