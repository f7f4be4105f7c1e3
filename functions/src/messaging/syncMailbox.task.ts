import { onTaskDispatched } from 'firebase-functions/tasks';
import { logInfo } from '../platform/log.js';
import { enqueueSync, syncTaskSchema } from './mailbox/syncTask.js';

const MOST_MAILS = 200;
const BUDGET_MS = 60_000;

/** Reads on in one mailbox; if much is there, the rest is a task of its own, so that no mailbox holds up another. */
export const syncMailbox = onTaskDispatched(
  {
    secrets: ['SEALING_KEY', 'SUPPRESSION_KEY'],
    memory: '1GiB',
    timeoutSeconds: 120,
    concurrency: 4,
    retryConfig: { maxAttempts: 3, minBackoffSeconds: 10, maxBackoffSeconds: 60 },
    rateLimits: { maxConcurrentDispatches: 50 },
  },
  async ({ data }) => {
    const place = syncTaskSchema.parse(data);
    const { syncAccount } = await import('./mailbox/syncAccount.js');
    const outcome = await syncAccount(place, { mails: MOST_MAILS, endMs: Date.now() + BUDGET_MS });
    if (outcome !== 'complete') logInfo('a mailbox was read', { ...place, outcome });
    if (outcome === 'more') await enqueueSync(place);
  },
);
