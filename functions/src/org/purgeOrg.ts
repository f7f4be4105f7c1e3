import { isPurgeDue, orgSchema, waitsForProviders } from '@leadpulse/model';
import { FieldValue } from 'firebase-admin/firestore';
import { endBilling, forgetEvents } from '../billing/index.js';
import { leaveProviders } from '../messaging/index.js';
import { db } from '../platform/firestore.js';
import { logInfo } from '../platform/log.js';
import { accountsOf, orgRef } from '../platform/refs.js';
import { readTeam } from './pages.js';

/**
 * Erases an organization whose time is over, with all below it, its customer at Stripe, the records of its events and what
 * leads here at the providers of its channels. Where a run died the next one goes on; an organization that is gone, or was
 * restored, is left alone.
 */
export async function purgeOrg(orgId: string): Promise<void> {
  const org = orgRef(orgId);
  const purgeAtMs = await endSeats(orgId);
  if (purgeAtMs === null) return;
  await endBilling(orgId); // before the page is gone that says what is billed
  const accounts = accountsOf(orgId);
  const others = (await org.listCollections()).filter(({ path }) => path !== accounts.path);
  for (const collection of others) await db().recursiveDelete(collection);
  if (!(await leaveProviders(orgId, !waitsForProviders(purgeAtMs, Date.now())))) {
    throw new Error('a provider does not answer'); // nothing else of it is left; the next run tries again
  }
  await db().recursiveDelete(accounts);
  await forgetEvents(orgId);
  await org.delete(); // last: a run that dies before this is taken up by the next
  logInfo('organization purged', { orgId });
}

/** Takes every seat away, after which nobody can restore it; since when it may go, or null if somebody was faster. */
function endSeats(orgId: string): Promise<number | null> {
  return db().runTransaction(async (tx) => {
    const org = await tx.get(orgRef(orgId));
    const purgeAtMs = orgSchema.shape.deletion.parse(org.get('deletion'))?.purgeAt.toMillis() ?? null;
    if (!isPurgeDue(purgeAtMs, Date.now())) return null;
    const { seats, pages } = await readTeam(tx, orgId);
    for (const page of pages) tx.update(page, { [`orgs.${orgId}`]: FieldValue.delete() });
    for (const seat of seats) tx.delete(seat);
    return purgeAtMs;
  });
}
