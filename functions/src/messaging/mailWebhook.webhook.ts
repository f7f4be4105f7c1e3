import { logInfo } from '../platform/log.js';
import { signedWebhook } from '../platform/webhook.js';

/** A mail to one of the connected mailboxes, as it came over the wire. */
export const mailWebhook = signedWebhook(
  {
    name: 'mailWebhook',
    header: 'x-mail-signature',
    secret: 'MAIL_WEBHOOK_SECRET',
    secrets: ['SUPPRESSION_KEY'],
  },
  async (body) => {
    const { receiveMail } = await import('./receiveMail.js');
    const outcome = await receiveMail(body);
    logInfo('mail event', { outcome });
    return outcome;
  },
);
