import { accountSchema, Refusal, SYNC_RATE, syncNowContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { takeRates } from '../platform/rateLimit.js';
import { accountRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { enqueueSync } from './mailbox/syncTask.js';

const MOST_MAILS = 50;
const BUDGET_MS = 25_000;

/** Reads a mailbox while somebody waits for it; what is more than that follows by itself. */
export const syncNow = callable(
  syncNowContract,
  async ({ orgId, accountId }, { uid }) => {
    await db().runTransaction(async (tx) => {
      await requireSeat(tx, orgId, uid, 'account.write');
      const account = await tx.get(accountRef(orgId, accountId));
      if (!account.exists || account.get('kind') !== 'imap') {
        throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
      }
      insistOnReadable(accountSchema.shape.state.parse(account.get('state')));
      const writeRates = await takeRates(tx, [{ key: `sync:${orgId}:${accountId}`, rate: SYNC_RATE }]);
      writeRates();
    });
    const { syncAccount } = await import('./mailbox/syncAccount.js');
    const place = { orgId, accountId };
    const outcome = await syncAccount(place, { mails: MOST_MAILS, endMs: Date.now() + BUDGET_MS });
    if (outcome === 'more') await enqueueSync(place);
    if (outcome === 'failed' || outcome === 'gone') throw new Refusal('unavailable', 'mailbox-not-read');
    return { outcome };
  },
  { secrets: ['SEALING_KEY', 'SUPPRESSION_KEY'], memory: '1GiB', timeoutSeconds: 60 },
);

function insistOnReadable(state: 'active' | 'paused' | 'error' | 'disconnected'): void {
  if (state === 'disconnected' || state === 'error') {
    const reason = state === 'error' ? 'account-needs-attention' : 'account-disconnected';
    throw new Refusal('failed-precondition', reason, { field: 'accountId' });
  }
}
