import { onTaskDispatched } from 'firebase-functions/tasks';
import { messageRef } from '../platform/refs.js';
import { attempt, isDue } from './attempt.js';
import { seenMessage } from './outMessage.js';
import type { SendTask } from './sendTask.js';
import { carriedMessage, sendTaskSchema } from './sendTask.js';

/** The time of a message has come: its undo window, its `sendAt` or its backoff is over. */
export const sendMessage = onTaskDispatched(
  {
    secrets: ['SANDBOX_SECRET', 'SEALING_KEY', 'SUPPRESSION_KEY', 'GOOGLE_CLIENT_SECRET'],
    retryConfig: { maxAttempts: 5, minBackoffSeconds: 5, maxBackoffSeconds: 60 },
    rateLimits: { maxConcurrentDispatches: 100, maxDispatchesPerSecond: 200 },
  },
  async ({ data }) => {
    const task = sendTaskSchema.parse(data);
    const seen = carriedMessage(task) ?? (await readMessage(task));
    if (seen && (await isDue(seen))) await attempt(seen);
  },
);

async function readMessage({ orgId, contactId, messageId }: SendTask) {
  return seenMessage(await messageRef({ orgId, contactId, messageId }).get());
}
