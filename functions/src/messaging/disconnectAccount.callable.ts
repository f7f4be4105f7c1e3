import { accountSchema, disconnectAccountContract, Refusal } from '@leadpulse/model';
import { FieldValue } from 'firebase-admin/firestore';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { accountRef, accountsOf, orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { changesAccounts, forgetAccount } from './accounts.js';
import { leaveProvider } from './connecting/leaving.js';
import type { Credentials } from './credentials.js';
import { openSealed, secretsOf } from './credentials.js';

/** The account sends and receives no more and its credentials are wiped, whether the provider answers or not. */
export const disconnectAccount = callable(
  disconnectAccountContract,
  async ({ orgId, accountId }, { uid, origin }) => {
    const credentials = await runInTurn(async (tx): Promise<Credentials> => {
      await requireSeat(tx, orgId, uid, 'account.write');
      const account = await tx.get(accountRef(orgId, accountId));
      if (!account.exists) throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
      const { docs: secrets } = await tx.get(secretsOf(orgId, accountId));
      const { docs: riders } = await tx.get(accountsOf(orgId).where('ridesOn', '==', accountId));
      const audit = await openAudit(tx, orgId);
      tx.update(account.ref, { state: 'disconnected', sync: FieldValue.delete() });
      for (const { ref } of riders) tx.update(ref, { state: 'disconnected' }); // a number of Google Voice has no other way
      for (const { ref } of secrets) tx.delete(ref);
      tx.update(orgRef(orgId), changesAccounts());
      audit.write({ actor: uid, action: 'account.disconnect', target: accountId, origin });
      return openSealed(accountSchema.shape.kind.parse(account.get('kind')), secrets);
    });
    forgetAccount(orgId, accountId);
    return { isLeftAtProvider: (await leaveProvider(credentials, { orgId, accountId })) !== 'left' };
  },
  { secrets: ['SEALING_KEY', 'GOOGLE_CLIENT_SECRET'], timeoutSeconds: 60 },
);
