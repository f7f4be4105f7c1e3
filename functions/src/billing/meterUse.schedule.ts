import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { FieldPath } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logWarning } from '../platform/log.js';
import { METERED_FIELDS, refreshUse } from './monthlyUse.js';
import { tellOwners } from './useNotice.js';

const PAGE = 200;
const WIDTH = 16;
const TIMEOUT_SECONDS = 1800;
const BUDGET_MS = 25 * 60_000;

/** Counts every organization that may send, so that the gate and the screens know how much of its plan is left. */
export const meterUse = onSchedule(
  { schedule: 'every 60 minutes', timeoutSeconds: TIMEOUT_SECONDS, secrets: ['SYSTEM_SMTP_URL'] },
  async () => {
    const endMs = Date.now() + BUDGET_MS;
    const sending = db()
      .collection('orgs')
      .where('access.status', 'in', ['trialing', 'active', 'past_due'])
      .orderBy(FieldPath.documentId())
      .select(...METERED_FIELDS)
      .limit(PAGE);
    let page: Query | null = sending;
    while (page && Date.now() < endMs) {
      const { docs } = await page.get();
      await forEachBounded(docs, WIDTH, meterOne);
      const last: QueryDocumentSnapshot | undefined = docs.at(-1);
      page = last && docs.length === PAGE ? sending.startAfter(last) : null;
    }
    if (page) logWarning('not every organization was metered in time');
  },
);

/** One organization that cannot be counted does not hold up the others. */
async function meterOne(org: QueryDocumentSnapshot): Promise<void> {
  try {
    const metered = await refreshUse(org.id, org);
    if (metered) await tellOwners(metered);
  } catch (error) {
    logFailure('an organization could not be metered', error, { orgId: org.id });
  }
}
