import type { Account, FolderSync, MailboxFolder, MailboxSync } from '@leadpulse/model';
import { accountSchema } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { db } from '../../platform/firestore.js';
import { accountRef } from '../../platform/refs.js';

export interface AccountPlace {
  orgId: string;
  accountId: string;
}

/** Longer than a run takes: who still holds it then is dead. */
const LEASE_MS = 3 * 60_000;

export const NEW_SYNC: MailboxSync = { leaseUntil: null, failedAt: null, inbox: null, sent: null };

export interface SyncLease extends AccountPlace {
  until: Timestamp;
  account: Account;
  sync: MailboxSync;
}

/** Somebody else reads the mailbox by now, or it was disconnected: what this run knows is not to be noted any more. */
export class LeaseLost extends Error {}

async function readSyncable(tx: Transaction, { orgId, accountId }: AccountPlace): Promise<Account | null> {
  const snapshot = await tx.get(accountRef(orgId, accountId));
  const account = snapshot.exists ? accountSchema.parse(snapshot.data()) : null;
  return account?.kind === 'imap' ? account : null;
}

/** Takes the mailbox for one reader; `busy` while another has it, `gone` if it is not to be read. A paused one is. */
export function takeSyncLease(place: AccountPlace, nowMs: number): Promise<SyncLease | 'busy' | 'gone'> {
  return db().runTransaction(async (tx) => {
    const account = await readSyncable(tx, place);
    if (!account || (account.state !== 'active' && account.state !== 'paused')) return 'gone';
    const sync = account.sync ?? NEW_SYNC;
    if ((sync.leaseUntil?.toMillis() ?? 0) > nowMs) return 'busy';
    const until = Timestamp.fromMillis(nowMs + LEASE_MS);
    tx.update(accountRef(place.orgId, place.accountId), { sync: { ...sync, leaseUntil: until } });
    return { ...place, until, account, sync };
  });
}

/** Notes how far a folder is read, so that whoever comes after a crash goes on there. */
export function noteRead(lease: SyncLease, role: MailboxFolder, folder: FolderSync): Promise<void> {
  lease.sync = { ...lease.sync, [role]: folder };
  return updateAs(lease, { [`sync.${role}`]: folder });
}

/** Gives the mailbox back, with what the run has found out about it. */
export async function endSync(lease: SyncLease, fields: Record<string, unknown>): Promise<void> {
  await updateAs(lease, { 'sync.leaseUntil': null, ...fields });
}

function updateAs({ orgId, accountId, until }: SyncLease, fields: Record<string, unknown>): Promise<void> {
  return db().runTransaction(async (tx) => {
    const now = await readSyncable(tx, { orgId, accountId });
    const isOurs = now?.sync?.leaseUntil?.toMillis() === until.toMillis() && now.state !== 'disconnected';
    if (!isOurs) throw new LeaseLost();
    tx.update(accountRef(orgId, accountId), fields);
  });
}
