import { isLive } from '@leadpulse/model';
import type { Billing, Org, SubscriptionFacts } from '@leadpulse/model';
import type { Live } from '../../lib/live.js';
import { useLiveDoc } from '../../lib/live.js';

/** What an owner sees of the plan: the organization's access and Stripe's state as it was fetched last. */
export interface BillingAtHand {
  access: Org['access'];
  billing: Billing | null; // null: nothing was ever bought
  subscription: SubscriptionFacts | null; // one that goes on or can be taken up again
}

export function useBilling(orgId: string): Live<BillingAtHand> {
  const org = useLiveDoc<Org>(`orgs/${orgId}`);
  const page = useLiveDoc<Billing>(`orgs/${orgId}/billing/stripe`);
  if (org.status !== 'ready') return org;
  if (page.status !== 'ready') return page;
  if (org.data === null) return { status: 'denied' };
  const billing = page.data?.data ?? null;
  return {
    status: 'ready',
    data: { access: org.data.data.access, billing, subscription: liveOne(billing) },
  };
}

function liveOne(billing: Billing | null): SubscriptionFacts | null {
  const deciding = billing?.subscriptions.find(({ id }) => id === billing.subscriptionId);
  return deciding !== undefined && isLive(deciding) ? deciding : null;
}
