import type { SubscriptionFacts } from '@leadpulse/model';
import { billingSchema, isSame } from '@leadpulse/model';
import { FieldPath } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logInfo, logWarning } from '../platform/log.js';
import { orgOfCustomer } from './customer.js';
import { stripe } from './stripeClient.js';
import { idOf, readSubscription, subscriptionFacts } from './stripeShapes.js';
import { syncOrg } from './syncOrg.js';

const PAGE = 100;
const WIDTH = 3;

/**
 * Once a day: walks every subscription at Stripe, and every billing page, and looks anew at those that do not agree, so that
 * even an event that never came leaves nothing wrong for long.
 */
export const reconcileBilling = onSchedule(
  { schedule: 'every 24 hours', timeoutSeconds: 1800, secrets: ['STRIPE_SECRET_KEY'] },
  async () => {
    const atStripe = await subscriptionsByCustomer();
    const report = { looked: 0, mended: 0, failed: 0, strange: 0 };
    const suspects = await suspectsIn(atStripe, report);
    await forEachBounded([...suspects], WIDTH, async (orgId) => {
      report.looked += 1;
      try {
        const author = { actor: 'system', origin: null };
        const { drift } = await syncOrg(orgId, () => ({ events: [], customerId: null, author }));
        if (drift.length === 0) return;
        report.mended += 1;
        logWarning('billing did not agree with Stripe', {
          orgId,
          code: drift.join(' '),
          count: drift.length,
        });
      } catch (error) {
        report.failed += 1;
        logFailure('billing could not be reconciled', error, { orgId });
      }
    });
    logInfo('billing reconciled', { ...report, count: atStripe.size });
  },
);

async function subscriptionsByCustomer(): Promise<Map<string, SubscriptionFacts[]>> {
  const byCustomer = new Map<string, SubscriptionFacts[]>();
  const expand = ['data.latest_invoice'];
  for await (const found of (await stripe()).subscriptions.list({ status: 'all', limit: PAGE, expand })) {
    const subscription = readSubscription(found);
    const customerId = idOf(subscription.customer) ?? '';
    byCustomer.set(customerId, [...(byCustomer.get(customerId) ?? []), subscriptionFacts(subscription)]);
  }
  return byCustomer;
}

/** The organizations whose page has otherwise than Stripe; a subscription of nobody here is told of. */
async function suspectsIn(
  atStripe: ReadonlyMap<string, SubscriptionFacts[]>,
  report: { strange: number },
): Promise<Set<string>> {
  const suspects = new Set<string>();
  const known = new Set<string>();
  for await (const { orgId, customerId, subscriptions } of pagesWithCustomer()) {
    known.add(customerId);
    const theirs = [...(atStripe.get(customerId) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!isSame(theirs, subscriptions)) suspects.add(orgId);
  }
  for (const customerId of atStripe.keys()) {
    if (known.has(customerId) || (await orgOfCustomer(customerId)) !== null) continue;
    report.strange += 1;
    logWarning('a customer at Stripe is nobody’s here', { code: customerId });
  }
  return suspects;
}

async function* pagesWithCustomer(): AsyncGenerator<{
  orgId: string;
  customerId: string;
  subscriptions: SubscriptionFacts[];
}> {
  const all = db().collectionGroup('billing').where('customerId', '>', '').orderBy('customerId');
  let page = await all.orderBy(FieldPath.documentId()).limit(PAGE).get();
  for (;;) {
    for (const snapshot of page.docs) {
      const { customerId, subscriptions } = billingSchema.parse(snapshot.data());
      const orgId = snapshot.ref.parent.parent?.id;
      if (orgId && customerId !== null) yield { orgId, customerId, subscriptions };
    }
    const last = page.docs.at(-1);
    if (!last || page.size < PAGE) return;
    page = await all.orderBy(FieldPath.documentId()).startAfter(last).limit(PAGE).get();
  }
}
