import type { FolderSync, MailboxFolder } from '@leadpulse/model';
import { MOST_TRIES, planFolder, uidsToRead } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { ImapFlow } from 'imapflow';
import { faultPoint } from '../../platform/faultPoint.js';
import { logFailure } from '../../platform/log.js';
import type { SyncLease } from './syncLease.js';
import { noteRead } from './syncLease.js';
import type { FoundMail } from './takeFound.js';

/** A mail larger than this is read as far as here. */
const MOST_BYTES = 30 * 1024 * 1024;
const NOTED_EVERY = 10;

/** How much one run may still do; what is left over the next one does. */
export interface Budget {
  mails: number;
  endMs: number;
}

interface Reading {
  client: ImapFlow;
  lease: SyncLease;
  role: MailboxFolder;
  budget: Budget;
  take: (mail: FoundMail) => Promise<string>;
}

/** Reads on in one folder, oldest first; whether its end was reached. */
export async function readFolder(path: string, reading: Reading): Promise<boolean> {
  const { client, lease, role, budget } = reading;
  const { uidValidity, uidNext } = await client.mailboxOpen(path, { readOnly: true });
  const { syncedTo } = lease.account.health;
  const before = lease.sync[role];
  const { sinceMs, ...start } = planFolder(
    before,
    { path, uidValidity: String(uidValidity) },
    { syncedToMs: syncedTo === null ? null : Date.parse(syncedTo), nowMs: Date.now() },
  );
  const folder: FolderSync = { ...start, sinceAt: Timestamp.fromMillis(sinceMs) };
  if (folder.isCaughtUp && before?.uidValidity === folder.uidValidity && folder.nextUid >= uidNext)
    return true;
  const uids = await findUids(client, folder);
  folder.total = folder.read + uids.length;
  for (const [at, uid] of uids.entries()) {
    if (budget.mails <= 0 || Date.now() >= budget.endMs) {
      await noteRead(lease, role, folder);
      return false;
    }
    await readOne(uid, folder, reading);
    if (at % NOTED_EVERY === NOTED_EVERY - 1) await noteRead(lease, role, folder);
  }
  Object.assign(folder, { nextUid: Math.max(folder.nextUid, uidNext), isCaughtUp: true });
  await noteRead(lease, role, folder);
  return true;
}

async function findUids(client: ImapFlow, folder: FolderSync): Promise<number[]> {
  const query = { uid: `${folder.nextUid}:*`, since: new Date(folder.sinceAt.toMillis()) };
  const found = await client.search(query, { uid: true });
  return uidsToRead(Array.isArray(found) ? found : [], folder);
}

/** A mailbox says when a mail came to the second; within one, the mails' numbers say in which order. */
function arrivalOf(internalDate: Date, uid: number): Date {
  return new Date(internalDate.getTime() + (uid % 1000));
}

/** One mail that cannot be taken in holds up the others for a while, not for ever: it may be the database that is ill. */
async function readOne(uid: number, folder: FolderSync, reading: Reading): Promise<void> {
  const { client, lease, role, budget, take } = reading;
  const query = { source: { maxLength: MOST_BYTES }, flags: true, internalDate: true };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  try {
    if (found && found.source) {
      await take({
        raw: found.source,
        at: found.internalDate === undefined ? undefined : arrivalOf(new Date(found.internalDate), uid),
        flags: found.flags ?? new Set(),
        isHistory: !folder.isCaughtUp,
      });
    }
  } catch (error) {
    const tries = (folder.tries ?? 0) + 1;
    logFailure('a mail could not be taken in', error, { ...placeOf(lease), count: tries });
    if (tries < MOST_TRIES) {
      await noteRead(lease, role, { ...folder, tries });
      throw error;
    }
  }
  Object.assign(folder, { nextUid: uid + 1, read: folder.read + 1, tries: 0 });
  budget.mails -= 1;
  await faultPoint('mailbox-after-mail', `${lease.accountId}-${folder.read}`);
}

function placeOf({ orgId, accountId }: SyncLease): { orgId: string; accountId: string } {
  return { orgId, accountId };
}
