import { disconnectAccountContract, Refusal } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { accountRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { forgetAccount } from './accounts.js';
import { secretsOf } from './credentials.js';

/** The account sends and receives no more and its credentials are wiped; its history stays. */
export const disconnectAccount = callable(
  disconnectAccountContract,
  async ({ orgId, accountId }, { uid, origin }) => {
    await db().runTransaction(async (tx) => {
      await requireSeat(tx, orgId, uid, 'account.write');
      const account = await tx.get(accountRef(orgId, accountId));
      if (!account.exists) throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
      const secrets = await tx.get(secretsOf(orgId, accountId));
      const audit = await openAudit(tx, orgId);
      tx.update(account.ref, { state: 'disconnected' });
      for (const { ref } of secrets.docs) tx.delete(ref);
      audit.write({ actor: uid, action: 'account.disconnect', target: accountId, origin });
    });
    forgetAccount(orgId, accountId);
    return { isLeftAtProvider: false };
  },
);
