import { isPurgeDue, orgSchema } from '@leadpulse/model';
import type { DocumentReference } from 'firebase-admin/firestore';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { endBilling } from '../billing/index.js';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logInfo } from '../platform/log.js';
import { accountsOf, orgRef } from '../platform/refs.js';
import { readTeam } from './pages.js';

/** More come with the next run. */
const PER_RUN = 20;
const WIDTH = 2;

/** Erases the organizations whose days of grace are over. */
export const purgeOrgs = onSchedule(
  { schedule: 'every 60 minutes', timeoutSeconds: 1800, secrets: ['STRIPE_SECRET_KEY'] },
  async () => {
    const due = await db()
      .collection('orgs')
      .where('deletion.purgeAt', '<=', Timestamp.now())
      .orderBy('deletion.purgeAt')
      .select()
      .limit(PER_RUN)
      .get();
    await forEachBounded(due.docs, WIDTH, async ({ ref }) => {
      try {
        await purge(ref);
      } catch (error) {
        logFailure('an organization could not be purged', error, { orgId: ref.id }); // the next run tries again
      }
    });
  },
);

async function purge(org: DocumentReference): Promise<void> {
  if (!(await endSeats(org.id))) return;
  await endBilling(org.id); // before the page is gone that says what is billed
  await db().recursiveDelete(accountsOf(org.id)); // first: without its accounts nothing more comes in
  for (const collection of await org.listCollections()) await db().recursiveDelete(collection);
  await org.delete(); // last: a run that dies before this is taken up by the next
  logInfo('organization purged', { orgId: org.id });
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
