import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import { enqueueTask } from '../../platform/taskQueue.js';
import type { AccountPlace } from './syncLease.js';

const id = z.string().min(1).max(128);
export const syncTaskSchema = z.strictObject({ orgId: id, accountId: id });

/** Has a mailbox read soon; asked for twice at the same moment it is one task. */
export async function enqueueSync(place: AccountPlace, at = Timestamp.now()): Promise<void> {
  const { orgId, accountId } = place;
  const about = `sync ${orgId}/${accountId}`;
  const data = { orgId, accountId };
  await enqueueTask(
    { functionName: 'syncMailbox', about, version: at, runAtMs: at.toMillis(), data },
    Date.now(),
  );
}
