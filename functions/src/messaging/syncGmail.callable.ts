import { accountSchema, Refusal, syncGmailContract } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { accountRef, accountsOf } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { DeliveryFailure } from './channels/adapter.js';
import { endSync } from './gmail/beginSync.js';
import { syncMailbox } from './gmail/syncMailbox.js';

/** Looks into a Gmail mailbox now, or ends that its mails come in. */
export const syncGmail = callable(
  syncGmailContract,
  async ({ orgId, accountId, act }, { uid, origin }) => {
    await runInTurn(async (tx) => {
      await requireSeat(tx, orgId, uid, 'account.write');
      const snapshot = await tx.get(accountRef(orgId, accountId));
      const account = snapshot.exists ? accountSchema.parse(snapshot.data()) : null;
      if (account?.kind !== 'gmail')
        throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
      if (account.state === 'disconnected') throw new Refusal('failed-precondition', 'account-disconnected');
      if (account.state === 'error') throw new Refusal('failed-precondition', 'account-needs-attention');
      if (act === 'now') return;
      const { docs: riders } = await tx.get(accountsOf(orgId).where('ridesOn', '==', accountId));
      if (riders.some((rider) => rider.get('state') !== 'disconnected')) {
        throw new Refusal('failed-precondition', 'voice-rides-on-it');
      }
      const audit = await openAudit(tx, orgId);
      audit.write({ actor: uid, action: 'account.syncOff', target: accountId, origin });
    });
    if (act === 'off') {
      await endSync(orgId, accountId);
      return { taken: 0 };
    }
    try {
      return { taken: await syncMailbox(orgId, accountId) };
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      throw new Refusal('failed-precondition', 'google-refused', { says: error.message });
    }
  },
  {
    secrets: ['SEALING_KEY', 'SUPPRESSION_KEY', 'GOOGLE_CLIENT_SECRET'],
    memory: '1GiB',
    timeoutSeconds: 300,
  },
);
