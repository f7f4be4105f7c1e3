import { onTaskDispatched } from 'firebase-functions/tasks';
import { z } from 'zod';
import { db } from '../platform/firestore.js';
import { runJob } from './runJob.js';

const taskSchema = z.strictObject({
  path: z.string().regex(/^(orgs\/[A-Za-z0-9_-]+\/)?privacyRequests\/[A-Za-z0-9_-]+$/),
});

/** An erasure begins, a moment after it was asked for. */
export const runPrivacyJob = onTaskDispatched(
  {
    secrets: ['STRIPE_SECRET_KEY', 'SYSTEM_SMTP_URL', 'SEALING_KEY', 'GOOGLE_CLIENT_SECRET'],
    timeoutSeconds: 1800,
    retryConfig: { maxAttempts: 3, minBackoffSeconds: 10, maxBackoffSeconds: 120 },
    rateLimits: { maxConcurrentDispatches: 10 },
  },
  async ({ data }) => runJob(db().doc(taskSchema.parse(data).path)),
);
