import { Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure } from '../platform/log.js';
import { runJob } from './runJob.js';

/** More come with the next run. */
const PER_RUN = 50;
const WIDTH = 4;

/** Drives on every erasure whose task was lost or whose run died. */
export const drivePrivacyJobs = onSchedule(
  {
    schedule: 'every 5 minutes',
    timeoutSeconds: 1800,
    secrets: ['STRIPE_SECRET_KEY', 'SYSTEM_SMTP_URL', 'SEALING_KEY', 'GOOGLE_CLIENT_SECRET'],
  },
  async () => {
    const free = await db()
      .collectionGroup('privacyRequests')
      .where('state', '==', 'running')
      .where('job.leaseUntil', '<=', Timestamp.now())
      .orderBy('job.leaseUntil')
      .select()
      .limit(PER_RUN)
      .get();
    await forEachBounded(free.docs, WIDTH, async ({ ref }) => {
      try {
        await runJob(ref);
      } catch (error) {
        logFailure('a privacy job could not go on', error, { code: ref.id }); // the next run tries again
      }
    });
  },
);
