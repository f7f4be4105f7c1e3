import type { startGoogleContract as Start } from '@leadpulse/model';
import {
  accountSchema,
  GOOGLE_START_RATE,
  OAUTH_MINUTES,
  Refusal,
  startGoogleContract,
} from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { callable } from '../platform/callable.js';
import { config } from '../platform/config.js';
import { db } from '../platform/firestore.js';
import { takeRates } from '../platform/rateLimit.js';
import { accountRef, oauthStateRef } from '../platform/refs.js';
import { seal } from '../platform/seal.js';
import { requireSeat } from '../platform/seats.js';
import { hashOf, newState, newVerifier, pageFor } from './connecting/googleConsent.js';
import { insistOnPlace } from './connecting/place.js';

type Input = z.output<typeof Start.input>;

/**
 * Sends a person to Google. What they have to bring back is kept as a hash, bound to them and to this organization, for
 * ten minutes and one use; the secret of the exchange (PKCE) never reaches their browser.
 */
export const startGoogle = callable(
  startGoogleContract,
  async (input, { uid }) => {
    if (config().googleClientId === '') throw new Refusal('failed-precondition', 'google-not-set-up');
    const state = newState(input.orgId);
    const verifier = newVerifier();
    const ref = oauthStateRef(input.orgId, hashOf(state));
    const address = await db().runTransaction(async (tx) => {
      await requireSeat(tx, input.orgId, uid, 'account.write');
      const known = await readKnown(tx, input);
      const writeRates = await takeRates(tx, [
        { key: `google-start:${input.orgId}`, rate: GOOGLE_START_RATE },
      ]);
      const now = Timestamp.now();
      tx.create(ref, {
        uid,
        accountId: input.accountId,
        displayName: input.displayName,
        withSync: input.withSync,
        verifier: seal(verifier, ref.path),
        createdAt: now,
        expireAt: Timestamp.fromMillis(now.toMillis() + OAUTH_MINUTES * 60_000),
      });
      writeRates();
      return known;
    });
    return { url: pageFor(state, { verifier, withSync: input.withSync, address }) };
  },
  { secrets: ['SEALING_KEY'] },
);

/** The mailbox whose consent is widened; null for a new one, which needs a place in the plan. */
async function readKnown(tx: Transaction, { orgId, accountId }: Input): Promise<string | null> {
  if (accountId === null) {
    await insistOnPlace(tx, orgId, null);
    return null;
  }
  const snapshot = await tx.get(accountRef(orgId, accountId));
  const account = snapshot.exists ? accountSchema.parse(snapshot.data()) : null;
  if (account?.kind !== 'gmail') throw new Refusal('not-found', 'account-not-found', { field: 'accountId' });
  if (account.state === 'disconnected') throw new Refusal('failed-precondition', 'account-disconnected');
  return account.address;
}
