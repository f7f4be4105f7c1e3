import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure } from '../platform/log.js';
import { purgeOrg } from './purgeOrg.js';

/** More come with the next run. */
const PER_RUN = 20;
const WIDTH = 2;

/** Erases the organizations whose days of grace are over. */
export const purgeOrgs = onSchedule(
  {
    schedule: 'every 60 minutes',
    timeoutSeconds: 1800,
    secrets: ['STRIPE_SECRET_KEY', 'SEALING_KEY', 'GOOGLE_CLIENT_SECRET'],
  },
  async () => {
    const due = await db()
      .collection('orgs')
      .where('deletion.purgeAt', '<=', Timestamp.now())
      .orderBy('deletion.purgeAt')
      .select()
      .limit(PER_RUN)
      .get();
    await forEachBounded(due.docs, WIDTH, async ({ ref }) => {
      try {
        await purgeOrg(ref.id);
      } catch (error) {
        logFailure('an organization could not be purged', error, { orgId: ref.id }); // the next run tries again
      }
    });
  },
);
