import { refreshBillingContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { authorOf, atStripe, requireOwner } from './owner.js';
import { syncOrg } from './syncOrg.js';

/** Looks at Stripe now, for who doubts what they see; tells what did not agree, and mends it. */
export const refreshBilling = callable(
  refreshBillingContract,
  async ({ orgId }, caller) => {
    await requireOwner(orgId, caller);
    const ask = () => ({ events: [], customerId: null, author: authorOf(caller) });
    const { drift } = await atStripe(() => syncOrg(orgId, ask));
    return { drift: [...drift] };
  },
  { secrets: ['STRIPE_SECRET_KEY'] },
);
