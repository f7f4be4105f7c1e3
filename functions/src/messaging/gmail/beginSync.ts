import type { GmailCredentials } from '@leadpulse/model';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { logFailure } from '../../platform/log.js';
import { accountRef } from '../../platform/refs.js';
import { forgetAccount, freshAccount } from '../accounts.js';
import { DeliveryFailure } from '../channels/adapter.js';
import { endWatch, newestChange, watchMailbox } from '../channels/gmail/mailbox.js';

const PATIENCE_MS = 20_000;

/** From now on the mailbox's mails come in; where they did before, what came meanwhile is still fetched. */
export async function beginSync(orgId: string, accountId: string): Promise<void> {
  const ready = await freshAccount(orgId, accountId);
  const credentials = ready?.credentials.gmail;
  if (!credentials) return;
  const { account } = ready;
  const { historyId, ...watch } = await watchAgain(credentials);
  const syncedTo =
    account.gmailSync && account.health.syncedTo !== null
      ? account.health.syncedTo
      : (historyId ?? (await newestChange(credentials, AbortSignal.timeout(PATIENCE_MS))));
  await accountRef(orgId, accountId).update({
    gmailSync: { ...watch, syncedAt: account.gmailSync?.syncedAt ?? Timestamp.now() },
    'health.syncedTo': syncedTo,
  });
  forgetAccount(orgId, accountId);
}

/** Mails come in no more; what came stays. */
export async function endSync(orgId: string, accountId: string): Promise<void> {
  const ready = await freshAccount(orgId, accountId);
  await accountRef(orgId, accountId).update({ gmailSync: FieldValue.delete(), 'health.syncedTo': null });
  forgetAccount(orgId, accountId);
  const credentials = ready?.credentials.gmail;
  if (!credentials) return;
  await endWatch(credentials, AbortSignal.timeout(PATIENCE_MS)).catch(
    (error: unknown) => logFailure('a watch could not be ended', error, { orgId, accountId }), // it ends by itself within seven days
  );
}

interface Watched {
  historyId: string | null; // null: Gmail does not tell us of changes, and we look every hour
  watchEndsAt: Timestamp;
  watchedAt: Timestamp;
}

/** Asks Gmail to tell us of changes. Where it will not, because the topic is not ours or not there, the hourly look goes on. */
export async function watchAgain(credentials: GmailCredentials): Promise<Watched> {
  const watchedAt = Timestamp.now();
  try {
    const { historyId, endsAtMs } = await watchMailbox(credentials, AbortSignal.timeout(PATIENCE_MS));
    return { historyId, watchEndsAt: Timestamp.fromMillis(endsAtMs), watchedAt };
  } catch (error) {
    const isOfConsent = error instanceof DeliveryFailure && CONSENT.has(error.code);
    if (isOfConsent) throw error;
    logFailure('ALERT: Gmail does not watch a mailbox', error);
    return { historyId: null, watchEndsAt: watchedAt, watchedAt };
  }
}

const CONSENT = new Set(['gmail-consent-revoked', 'gmail-scope-missing']);
