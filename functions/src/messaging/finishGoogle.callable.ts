import type { GmailCredentials, OauthState } from '@leadpulse/model';
import { accountSchema, finishGoogleContract, oauthStateSchema, Refusal } from '@leadpulse/model';
import type { Caller } from '../platform/callable.js';
import { callable } from '../platform/callable.js';
import { openAudit } from '../platform/audit.js';
import { runInTurn } from '../platform/firestore.js';
import { accountRef, accountsOf, oauthStateRef, orgRef } from '../platform/refs.js';
import { unseal } from '../platform/seal.js';
import { requireSeat } from '../platform/seats.js';
import { changesAccounts, forgetAccount } from './accounts.js';
import type { Verified } from './connecting/connector.js';
import { hashOf, orgOfState, takeConsent } from './connecting/googleConsent.js';
import { storeAccount } from './connecting/place.js';
import { sealAt, secretRef } from './credentials.js';
import { beginSync } from './gmail/beginSync.js';

/**
 * A person is back from Google. Only who was sent there, for the organization they were sent for, and once: so nobody's
 * mailbox ends in another organization by a link that somebody was talked into opening.
 */
export const finishGoogle = callable(
  finishGoogleContract,
  async ({ state, code, error }, caller) => {
    const orgId = orgOfState(state);
    if (orgId === null) throw INVALID();
    const hash = hashOf(state);
    const { asked, verifier } = await redeem(orgId, hash, caller);
    const accountId = await take(orgId, {
      code: error === null ? code : null,
      hash,
      verifier,
      asked,
      caller,
    });
    forgetAccount(orgId, accountId);
    if (asked.withSync) await beginSync(orgId, accountId);
    return { orgId, accountId };
  },
  { secrets: ['SEALING_KEY', 'GOOGLE_CLIENT_SECRET'], timeoutSeconds: 60 },
);

const INVALID = (): Refusal => new Refusal('failed-precondition', 'google-state-invalid');

/** Takes the state out of the database, so that it cannot be brought twice; somebody else's stays where it is. */
async function redeem(
  orgId: string,
  hash: string,
  { uid }: Caller,
): Promise<{ asked: OauthState; verifier: string }> {
  const ref = oauthStateRef(orgId, hash);
  const found = await runInTurn(async (tx) => {
    const snapshot = await tx.get(ref);
    const asked = snapshot.exists ? oauthStateSchema.parse(snapshot.data()) : null;
    if (asked?.uid !== uid) throw INVALID();
    await requireSeat(tx, orgId, uid, 'account.write');
    tx.delete(ref);
    if (asked.expireAt.toMillis() <= Date.now()) return null;
    return { asked, verifier: unseal(asked.verifier, ref.path) };
  });
  if (!found) throw INVALID(); // out here, so that the deletion stays
  return found;
}

interface Brought {
  code: string | null;
  hash: string;
  verifier: string;
  asked: OauthState;
  caller: Caller;
}

/** Stores what the person agreed to. A "no" names the account they went to Google for, so that the screen leads back to it. */
async function take(orgId: string, { code, hash, verifier, asked, caller }: Brought): Promise<string> {
  try {
    if (code === null) throw new Refusal('failed-precondition', 'google-consent-denied');
    const credentials = await takeConsent(code, { hash, verifier, withSync: asked.withSync });
    return await keep(orgId, { asked, credentials, caller });
  } catch (error) {
    if (!(error instanceof Refusal) || asked.accountId === null) throw error;
    throw new Refusal(error.code, error.reason, { ...error.detail, accountId: asked.accountId });
  }
}

interface Consented {
  asked: OauthState;
  credentials: GmailCredentials;
  caller: Caller;
}

/** Stores a new account, or one that is connected again; a consent that was widened replaces the one before. */
function keep(orgId: string, { asked, credentials, caller }: Consented): Promise<string> {
  const { accountId, displayName } = asked;
  if (accountId !== null) return widen(orgId, accountId, { asked, credentials, caller });
  const verified: Verified = {
    channel: 'email',
    addressIn: () => Promise.resolve(credentials.address),
    field: 'account.address',
    credentials,
  };
  const wish = { orgId, kind: 'gmail', displayName } as const;
  const reserved = accountsOf(orgId).doc();
  return runInTurn((tx) => storeAccount(tx, wish, { verified, reserved, caller }));
}

const WELL = { 'health.lastError': null, 'health.lastErrorAt': null };
const MENDED = { ...WELL, state: 'active' };

async function widen(orgId: string, accountId: string, { credentials, caller }: Consented): Promise<string> {
  await runInTurn(async (tx) => {
    await requireSeat(tx, orgId, caller.uid, 'account.write');
    const snapshot = await tx.get(accountRef(orgId, accountId));
    const account = snapshot.exists ? accountSchema.parse(snapshot.data()) : null;
    if (account?.kind !== 'gmail' || account.state === 'disconnected') {
      throw new Refusal('failed-precondition', 'account-disconnected');
    }
    if (account.address !== credentials.address) {
      throw new Refusal('failed-precondition', 'google-other-mailbox', { allowed: account.address });
    }
    const { docs: riders } = await tx.get(accountsOf(orgId).where('ridesOn', '==', accountId));
    const audit = await openAudit(tx, orgId);
    for (const rider of riders) if (rider.get('state') === 'error') tx.update(rider.ref, MENDED);
    const secret = secretRef(orgId, accountId, 'gmail');
    tx.set(secret, sealAt(secret, credentials));
    tx.update(snapshot.ref, account.state === 'error' ? MENDED : WELL);
    tx.update(orgRef(orgId), changesAccounts());
    const { uid: actor, origin } = caller;
    const after = { kind: 'gmail', channel: 'email' };
    audit.write({ actor, action: 'account.connect', target: accountId, origin, after });
  });
  return accountId;
}
