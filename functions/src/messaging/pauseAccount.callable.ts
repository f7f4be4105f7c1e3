import type { Account } from '@leadpulse/model';
import { accountSchema, pauseAccountContract, Refusal } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { accountRef, orgRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { changesAccounts, forgetAccount } from './accounts.js';

/** An account is held back from sending, or let go again; pressed twice it changes nothing. */
export const pauseAccount = callable(
  pauseAccountContract,
  async ({ orgId, accountId, isPaused }, { uid, origin }) => {
    const [from, to, action] = isPaused
      ? (['active', 'paused', 'account.pause'] as const)
      : (['paused', 'active', 'account.resume'] as const);
    await runInTurn(async (tx) => {
      await requireSeat(tx, orgId, uid, 'account.write');
      const account = await tx.get(accountRef(orgId, accountId));
      if (!account.exists) throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
      const state = accountSchema.shape.state.parse(account.get('state'));
      if (state === to) return;
      if (state !== from) throw refusalFor(state);
      const audit = await openAudit(tx, orgId);
      tx.update(account.ref, { state: to });
      tx.update(orgRef(orgId), changesAccounts());
      audit.write({ actor: uid, action, target: accountId, origin });
    });
    forgetAccount(orgId, accountId);
    return {};
  },
);

function refusalFor(state: Account['state']): Refusal {
  const reason = state === 'error' ? 'account-needs-attention' : 'account-disconnected';
  return new Refusal('failed-precondition', reason, { field: 'accountId' });
}
