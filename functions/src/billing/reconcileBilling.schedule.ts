import type { Billing, InvoiceFacts, SubscriptionFacts } from '@leadpulse/model';
import { billingSchema, isSame, KEPT_INVOICES } from '@leadpulse/model';
import { FieldPath } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { forEachBounded } from '../platform/bounded.js';
import { db } from '../platform/firestore.js';
import { logFailure, logInfo, logWarning } from '../platform/log.js';
import { orgOfCustomer } from './customer.js';
import { stripe } from './stripeClient.js';
import type { StripeSubscription } from './stripeShapes.js';
import { idOf, latestInvoice, readSubscription, subscriptionFacts } from './stripeShapes.js';
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
    const report = { looked: 0, mended: 0, failed: 0, strange: 0 };
    const atStripe = await foundByCustomer(report);
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

/** What Stripe has of a customer. */
interface Found {
  subscriptions: SubscriptionFacts[];
  latest: InvoiceFacts[];
}

async function foundByCustomer(report: { failed: number }): Promise<Map<string, Found>> {
  const byCustomer = new Map<string, Found>();
  const expand = ['data.latest_invoice'];
  for await (const listed of (await stripe()).subscriptions.list({ status: 'all', limit: PAGE, expand })) {
    const customerId = idOf(listed.customer) ?? '';
    const found = byCustomer.get(customerId) ?? { subscriptions: [], latest: [] };
    byCustomer.set(customerId, found);
    const subscription = readable(listed, report);
    if (!subscription) continue;
    found.subscriptions.push(subscriptionFacts(subscription));
    found.latest.push(...[latestInvoice(subscription)].filter((invoice) => invoice !== null));
  }
  return byCustomer;
}

/** One subscription that we cannot read does not hold up the others. */
function readable(listed: { id: string }, report: { failed: number }): StripeSubscription | null {
  try {
    return readSubscription(listed);
  } catch (error) {
    report.failed += 1;
    logFailure('a subscription at Stripe could not be read', error, { code: listed.id });
    return null;
  }
}

/** The organizations whose page has otherwise than Stripe; a subscription of nobody here is told of. */
async function suspectsIn(
  atStripe: ReadonlyMap<string, Found>,
  report: { strange: number },
): Promise<Set<string>> {
  const suspects = new Set<string>();
  const known = new Set<string>();
  for await (const { orgId, customerId, page } of pagesWithCustomer()) {
    known.add(customerId);
    if (!agrees(page, atStripe.get(customerId) ?? { subscriptions: [], latest: [] })) suspects.add(orgId);
  }
  for (const customerId of atStripe.keys()) {
    if (known.has(customerId) || (await orgOfCustomer(customerId)) !== null) continue;
    report.strange += 1;
    logWarning('a customer at Stripe is nobody’s here', { code: customerId });
  }
  return suspects;
}

function agrees({ subscriptions, invoices }: Billing, found: Found): boolean {
  const theirs = found.subscriptions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const isListed = (invoice: InvoiceFacts): boolean => invoices.some((known) => isSame(known, invoice));
  return isSame(theirs, subscriptions) && (found.latest.every(isListed) || invoices.length === KEPT_INVOICES);
}

async function* pagesWithCustomer(): AsyncGenerator<{ orgId: string; customerId: string; page: Billing }> {
  const all = db().collectionGroup('billing').where('customerId', '>', '').orderBy('customerId');
  let listing = await all.orderBy(FieldPath.documentId()).limit(PAGE).get();
  for (;;) {
    for (const snapshot of listing.docs) {
      const page = billingSchema.parse(snapshot.data());
      const orgId = snapshot.ref.parent.parent?.id;
      if (orgId && page.customerId !== null) yield { orgId, customerId: page.customerId, page };
    }
    const last = listing.docs.at(-1);
    if (!last || listing.size < PAGE) return;
    listing = await all.orderBy(FieldPath.documentId()).startAfter(last).limit(PAGE).get();
  }
}
