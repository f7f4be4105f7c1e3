import type { Account, FolderSync } from '@leadpulse/model';
import type { ImapFlow } from 'imapflow';
import type { ReadyAccount } from '../accounts.js';
import { forgetAccount, readyAccount } from '../accounts.js';
import { openImap } from '../channels/imap/imapConnection.js';
import { findSentFolder } from '../channels/imap/sentFolder.js';
import { noteUnreadable } from './noteUnreadable.js';
import type { Budget } from './readFolder.js';
import { readFolder } from './readFolder.js';
import type { AccountPlace, SyncLease } from './syncLease.js';
import { endSync, LeaseLost, takeSyncLease } from './syncLease.js';
import type { FoundMail } from './takeFound.js';
import { takeReceived, takeSent } from './takeFound.js';

const PATIENCE_MS = 15_000;
const SYNCED_EVERY_MS = 10 * 60_000; // a mark on the card is not worth a write a round

export type SyncOutcome = 'complete' | 'more' | 'busy' | 'gone' | 'failed';

/** Reads on in a mailbox, as far as the budget goes. What a run that died had read is not read again. @processor organization-mail */
export async function syncAccount(place: AccountPlace, budget: Budget): Promise<SyncOutcome> {
  forgetAccount(place.orgId, place.accountId);
  const ready = await readyAccount(place.orgId, place.accountId, Date.now());
  const mailbox = ready?.credentials.mailbox;
  if (!mailbox || !isRead(ready.account)) return 'gone';
  let client: ImapFlow | undefined;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    client = await openImap(mailbox, { signal, timeoutMs: PATIENCE_MS });
    return await readAll(client, { place, ready, budget });
  } catch (error) {
    if (error instanceof LeaseLost) return 'gone';
    await noteUnreadable(place, error);
    return 'failed';
  } finally {
    client?.close();
  }
}

async function readAll(
  client: ImapFlow,
  { place, ready, budget }: { place: AccountPlace; ready: ReadyAccount; budget: Budget },
): Promise<SyncOutcome> {
  const sent = await findSentFolder(client);
  if (await isUpToDate(client, ready.account, sent)) return 'complete';
  const lease = await takeSyncLease(place, Date.now());
  if (lease === 'busy' || lease === 'gone') return lease;
  const isThrough = await readBoth({ client, lease, ready, budget, sent });
  await noteSynced(lease, isThrough);
  return isThrough ? 'complete' : 'more';
}

/** One that is paused sends nothing; what comes in is taken. */
function isRead({ state }: Account): boolean {
  return state === 'active' || state === 'paused';
}

/** Whether nothing has come since, and the card says so: then a round costs no write. */
async function isUpToDate(client: ImapFlow, account: Account, sent: string | null): Promise<boolean> {
  const { sync, health } = account;
  const syncedMs = health.syncedTo === null ? 0 : Date.parse(health.syncedTo);
  const isTold = Date.now() - syncedMs <= SYNCED_EVERY_MS;
  if (!sync || sync.failedAt !== null || !isTold) return false;
  if (!(await isThrough(client, 'INBOX', sync.inbox))) return false;
  return sent === null || isThrough(client, sent, sync.sent);
}

async function isThrough(client: ImapFlow, path: string, folder: FolderSync | null): Promise<boolean> {
  if (!folder?.isCaughtUp || folder.path !== path) return false;
  const status = await client.status(path, { uidNext: true, uidValidity: true });
  if (!status || status.uidNext === undefined) return false;
  return folder.uidValidity === String(status.uidValidity) && folder.nextUid >= status.uidNext;
}

interface Open {
  client: ImapFlow;
  lease: SyncLease;
  ready: ReadyAccount;
  budget: Budget;
  sent: string | null;
}

/** What came in first: a mail that was sent appears with those who are contacts by then. */
async function readBoth({ ready, sent, ...shared }: Open): Promise<boolean> {
  const takeIn = (mail: FoundMail): Promise<string> => takeReceived(ready, mail);
  const takeOut = (mail: FoundMail): Promise<string> => takeSent(ready, mail);
  if (!(await readFolder('INBOX', { ...shared, role: 'inbox', take: takeIn }))) return false;
  return sent === null || readFolder(sent, { ...shared, role: 'sent', take: takeOut });
}

/** Through to the end of both folders; what was wrong before is over. */
async function noteSynced(lease: SyncLease, isThrough: boolean): Promise<void> {
  const wasFailing = Boolean(lease.sync.failedAt);
  await endSync(lease, {
    ...(isThrough && { 'health.syncedTo': new Date().toISOString() }),
    ...(wasFailing && { 'sync.failedAt': null, 'health.lastError': null, 'health.lastErrorAt': null }),
  });
}
