import { isPurgeDue, orgSchema } from '@leadpulse/model';
import { FieldValue } from 'firebase-admin/firestore';
import { endBilling, forgetEvents } from '../billing/index.js';
import { db } from '../platform/firestore.js';
import { logInfo } from '../platform/log.js';
import { accountsOf, orgRef } from '../platform/refs.js';
import { readTeam } from './pages.js';

/**
 * Erases an organization whose time is over, with all below it, its customer at Stripe and the records of its events.
 * Where a run died the next one goes on; an organization that is gone, or was restored, is left alone.
 */
export async function purgeOrg(orgId: string): Promise<void> {
  const org = orgRef(orgId);
  if (!(await endSeats(orgId))) return;
  await endBilling(orgId); // before the page is gone that says what is billed
  await db().recursiveDelete(accountsOf(orgId)); // first: without its accounts nothing more comes in
  for (const collection of await org.listCollections()) await db().recursiveDelete(collection);
  await forgetEvents(orgId);
  await org.delete(); // last: a run that dies before this is taken up by the next
  logInfo('organization purged', { orgId });
}

/** Takes every seat away, after which nobody can restore it; false if somebody was faster. */
function endSeats(orgId: string): Promise<boolean> {
  return db().runTransaction(async (tx) => {
    const org = await tx.get(orgRef(orgId));
    const deletion = orgSchema.shape.deletion.parse(org.get('deletion'));
    if (!isPurgeDue(deletion?.purgeAt.toMillis() ?? null, Date.now())) return false;
    const { seats, pages } = await readTeam(tx, orgId);
    for (const page of pages) tx.update(page, { [`orgs.${orgId}`]: FieldValue.delete() });
    for (const seat of seats) tx.delete(seat);
    return true;
  });
}
