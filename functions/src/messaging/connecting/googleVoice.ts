import type { WantedAccount } from '@leadpulse/model';
import { accountSchema, Refusal } from '@leadpulse/model';
import { accountRef } from '../../platform/refs.js';
import type { Verified } from './connector.js';

/** A number of Google Voice, on a Gmail account of the organization that reads its mailbox. Google cannot be asked for it. */
export function connectGoogleVoice(
  { number, gmailAccountId }: Extract<WantedAccount, { kind: 'googleVoice' }>,
  orgId: string,
): Verified {
  return {
    channel: 'sms',
    field: 'account.number',
    credentials: null,
    more: { ridesOn: gmailAccountId },
    addressIn: async (tx) => {
      const snapshot = await tx.get(accountRef(orgId, gmailAccountId));
      const gmail = snapshot.exists ? accountSchema.parse(snapshot.data()) : null;
      const isReady = gmail?.kind === 'gmail' && ['active', 'paused'].includes(gmail.state);
      if (!isReady || !gmail.gmailSync) {
        throw new Refusal('failed-precondition', 'voice-needs-gmail', {
          field: 'account.gmailAccountId',
          allowed: 'a Gmail account of yours whose mails come in here',
        });
      }
      return number;
    },
  };
}
