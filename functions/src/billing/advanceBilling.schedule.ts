import { planTime } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logInfo } from '../platform/log.js';
import { isInTheWay, readBilling, writeStep } from './billingPage.js';
import { sendDueNotices } from './notices.js';

/** More come with the next run. */
const PER_RUN = 300;
const WIDTH = 4;

/** What time itself changes: a trial or a grace that is over pauses the organization, and account mails go out when due. */
export const advanceBilling = onSchedule(
  { schedule: 'every 5 minutes', timeoutSeconds: 300, secrets: ['SYSTEM_SMTP_URL'] },
  async () => {
    const now = Timestamp.now();
    const [pages, trials] = await Promise.all([
      db()
        .collectionGroup('billing')
        .where('nextActionAt', '<=', now)
        .orderBy('nextActionAt')
        .select()
        .limit(PER_RUN)
        .get(),
      // an organization that has no billing page yet ends its trial too
      db()
        .collection('orgs')
        .where('access.status', '==', 'trialing')
        .where('access.planId', '==', null)
        .where('access.trialEndsAt', '<=', now)
        .orderBy('access.trialEndsAt')
        .select()
        .limit(PER_RUN)
        .get(),
    ]);
    const orgIds = new Set([
      ...pages.docs.flatMap(({ ref }) => ref.parent.parent?.id ?? []),
      ...trials.docs.map(({ id }) => id),
    ]);
    await forEachBounded([...orgIds], WIDTH, advanceOne);
    if (orgIds.size > 0) logInfo('billing advanced', { count: orgIds.size });
  },
);

/** One organization that cannot be advanced does not hold up the others. */
async function advanceOne(orgId: string): Promise<void> {
  try {
    await advance(orgId);
    await sendDueNotices(orgId);
  } catch (error) {
    logFailure('billing could not be advanced', error, { orgId });
  }
}

async function advance(orgId: string): Promise<void> {
  const seen = await readBilling(orgId);
  if (!seen) return;
  const step = planTime(seen.state, Date.now());
  try {
    await db().runTransaction((tx) => writeStep(tx, seen, step, { actor: 'system', origin: null }));
  } catch (error) {
    if (!isInTheWay(error)) throw error; // Stripe's word came in between: the next run looks again
  }
}
