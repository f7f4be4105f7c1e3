import { accountSchema } from '@leadpulse/model';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { db } from '../../platform/firestore.js';
import { logFailure, logWarning } from '../../platform/log.js';
import { accountsOf } from '../../platform/refs.js';
import { openSealed, secretsOf } from '../credentials.js';
import type { Leaving } from './leaving.js';
import { leaveProvider } from './leaving.js';

/**
 * Ends every account of an organization that is purged: consents are revoked and webhooks taken out, then what it signs in
 * with is wiped. One whose provider does not answer is kept for the next run, unless this is the last; whether none is left.
 */
export async function leaveProviders(orgId: string, isLastTry: boolean): Promise<boolean> {
  let isDone = true;
  for (const account of (await accountsOf(orgId).get()).docs) {
    const outcome = await leaveOne(orgId, account);
    if (outcome !== 'left') logWarning('something is left at a provider', { orgId, outcome });
    if (outcome === 'unreachable' && !isLastTry) isDone = false;
    else await db().recursiveDelete(account.ref);
  }
  return isDone;
}

/** Whatever goes wrong with one account holds up neither the others nor, after some hours, the purge. */
async function leaveOne(orgId: string, account: DocumentSnapshot): Promise<Leaving> {
  try {
    const { docs: secrets } = await secretsOf(orgId, account.id).get();
    const credentials = openSealed(accountSchema.shape.kind.parse(account.get('kind')), secrets);
    return await leaveProvider(credentials, { orgId, accountId: account.id });
  } catch (error) {
    logFailure('a provider could not be left', error, { orgId, accountId: account.id });
    return 'unreachable';
  }
}
