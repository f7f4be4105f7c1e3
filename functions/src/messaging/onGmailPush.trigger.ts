import { onMessagePublished } from 'firebase-functions/pubsub';
import { z } from 'zod';
import { logFailure, logInfo } from '../platform/log.js';
import { accountsAt } from './accounts.js';
import { DeliveryFailure } from './channels/adapter.js';
import { isNewer, syncMailbox } from './gmail/syncMailbox.js';

const TOO_OLD_MS = 10 * 60_000;

/** https://developers.google.com/workspace/gmail/api/guides/push#receive_notifications */
const pushSchema = z.object({
  emailAddress: z.string().min(3),
  historyId: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,20}$/)),
});

/**
 * Gmail tells that a mailbox has changed, by a topic that only Gmail may publish to: there is no address that anybody could
 * post to. It is a hint all the same: what has changed is asked of Gmail. Told twice, late or out of order it finds nothing.
 */
export const onGmailPush = onMessagePublished(
  {
    topic: 'gmail-push',
    secrets: ['SEALING_KEY', 'SUPPRESSION_KEY', 'GOOGLE_CLIENT_SECRET'],
    memory: '1GiB',
    timeoutSeconds: 300,
    concurrency: 4,
    retry: true,
  },
  async ({ time, data: { message } }) => {
    const push = pushSchema.safeParse(readJson(message.data));
    if (!push.success || Date.now() - Date.parse(time) > TOO_OLD_MS) return; // the hourly look finds it
    const { emailAddress, historyId } = push.data;
    const behind = (await accountsAt('gmail', [emailAddress.toLowerCase()])).filter(({ account }) => {
      const { syncedTo } = account.health;
      return account.gmailSync !== undefined && (syncedTo === null || isNewer(historyId, syncedTo));
    });
    for (const { orgId, accountId } of behind) await syncOne(orgId, accountId);
  },
);

function readJson(data: string): unknown {
  try {
    return JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What Gmail refuses it refuses again; anything else is worth being told once more. */
async function syncOne(orgId: string, accountId: string): Promise<void> {
  try {
    const count = await syncMailbox(orgId, accountId);
    if (count > 0) logInfo('mails came in', { orgId, accountId, count });
  } catch (error) {
    logFailure('a mailbox could not be looked into', error, { orgId, accountId });
    if (!(error instanceof DeliveryFailure)) throw error;
  }
}
