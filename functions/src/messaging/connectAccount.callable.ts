import { connectAccountContract, MAILBOX_LOOK_RATE } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { logFailure } from '../platform/log.js';
import { takeRates } from '../platform/rateLimit.js';
import { accountsOf } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { forgetAccount } from './accounts.js';
import type { Verified } from './connecting/connector.js';
import { verify } from './connecting/connectors.js';
import { accountGiven, findPlace, insistOnPlace, storeAccount } from './connecting/place.js';

/** Connects a number or mailbox. The provider is asked before anything is stored; credentials are stored sealed. */
export const connectAccount = callable(
  connectAccountContract,
  async ({ orgId, account }, caller) => {
    const wish = { orgId, kind: account.kind, displayName: account.displayName };
    await runInTurn(async (tx) => {
      await requireSeat(tx, orgId, caller.uid, 'account.write');
      await insistOnPlace(tx, orgId, await accountGiven(tx, orgId, account)); // before a provider is asked
      if (account.kind !== 'imap') return;
      const writeRates = await takeRates(tx, [{ key: `mailbox:${orgId}`, rate: MAILBOX_LOOK_RATE }]);
      writeRates();
    });
    const verified = await verify(account, orgId);
    const reserved = accountsOf(orgId).doc();
    if (verified.leadHere) {
      const place = await runInTurn((tx) => findPlace(tx, wish, verified, reserved));
      await verified.leadHere({ orgId, accountId: place.ref.id });
    }
    const accountId = await runInTurn((tx) => storeAccount(tx, wish, { verified, reserved, caller }));
    forgetAccount(orgId, accountId);
    await begin(verified, { orgId, accountId });
    return { accountId };
  },
  { secrets: ['SEALING_KEY'], timeoutSeconds: 60 },
);

/** The account is there, whether or not what follows has begun: a round begins it as well. */
async function begin({ whenStored }: Verified, place: { orgId: string; accountId: string }): Promise<void> {
  try {
    await whenStored?.(place);
  } catch (error) {
    logFailure('a new account does not begin by itself', error, place);
  }
}
