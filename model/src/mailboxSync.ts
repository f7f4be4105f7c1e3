import { z } from 'zod';
import { momentSchema } from './moment.js';

const DAY_MS = 24 * 60 * 60_000;

/** How far back the first look into a mailbox goes. */
export const FIRST_SYNC_DAYS = 30;

/** How often in a row one mail may fail to come in before it is left where it lies. */
export const MOST_TRIES = 5;

export const MAILBOX_FOLDERS = ['inbox', 'sent'] as const;
export type MailboxFolder = (typeof MAILBOX_FOLDERS)[number];

/** How far a folder is read. UIDs grow and mean the same for as long as UIDVALIDITY does (RFC 3501, 2.3.1.1). */
const folderSyncSchema = z.strictObject({
  path: z.string().max(500),
  uidValidity: z.string().max(20),
  nextUid: z.int().min(1), // every mail below it was taken in
  sinceAt: momentSchema, // what came before is left alone
  read: z.int().min(0), // of `total`, for the card
  total: z.int().min(0),
  isCaughtUp: z.boolean(), // its end was reached once; what is read from then on is news
  tries: z.int().min(0).optional(), // in vain, with the mail at `nextUid`
});
export type FolderSync = z.infer<typeof folderSyncSchema>;

/** `accounts/{id}.sync`: two readers are kept apart by `leaseUntil`, and what one has read stands here after each few mails. */
export const mailboxSyncSchema = z.strictObject({
  leaseUntil: momentSchema.nullable(),
  failedAt: momentSchema.nullable(), // since when it cannot be read; null: it can
  inbox: folderSyncSchema.nullable(),
  sent: folderSyncSchema.nullable(), // null: not looked at yet, or there is none
});
export type MailboxSync = z.infer<typeof mailboxSyncSchema>;

/** A folder as the server describes it when it is opened. */
export interface FolderFound {
  path: string;
  uidValidity: string;
}

export interface FolderStart extends Omit<FolderSync, 'sinceAt'> {
  sinceMs: number;
}

/**
 * Where to read on. A folder that is new, or whose numbers mean something else than before, is read from its beginning: the
 * first time thirty days back, later only what can be news; a mail that is met again is known by its Message-ID.
 */
export function planFolder(
  before: FolderSync | null,
  found: FolderFound,
  { syncedToMs, nowMs }: { syncedToMs: number | null; nowMs: number },
): FolderStart {
  if (before?.path === found.path && before.uidValidity === found.uidValidity) {
    const { sinceAt, ...rest } = before;
    return { ...rest, sinceMs: sinceAt.toMillis() };
  }
  const firstMs = nowMs - FIRST_SYNC_DAYS * DAY_MS;
  const isRenumbered = before?.isCaughtUp === true && syncedToMs !== null;
  return {
    path: found.path,
    uidValidity: found.uidValidity,
    nextUid: 1,
    sinceMs: isRenumbered ? Math.max(firstMs, syncedToMs - 2 * DAY_MS) : firstMs,
    read: 0,
    total: 0,
    isCaughtUp: isRenumbered,
  };
}

/** Which mails are to be read now, in their order. A search for `n:*` also finds the last mail below n (RFC 3501, 6.4.8). */
export function uidsToRead(found: readonly number[], { nextUid }: Pick<FolderSync, 'nextUid'>): number[] {
  return found.filter((uid) => uid >= nextUid).sort((a, b) => a - b);
}

/** How far the first look has come, over both folders; null once it is through. */
export function syncProgress(sync: MailboxSync): { read: number; total: number } | null {
  const folders = [sync.inbox, sync.sent].filter((folder) => folder !== null);
  if (folders.every(({ isCaughtUp }) => isCaughtUp) && sync.inbox) return null;
  const sum = (field: 'read' | 'total'): number => folders.reduce((all, folder) => all + folder[field], 0);
  return { read: sum('read'), total: sum('total') };
}
