import type { PlanId } from '@leadpulse/model';
import Stripe from 'stripe';
import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';
import { controlOf } from '../stripe/control/client.js';
import { LOCAL_SECRETS } from '../world/environment.js';
import { STRANGER } from './people.js';
import { HARBOR_ORG_ID, NORTHSIDE_ORG_ID } from './plan.js';

interface Buyer {
  orgId: string;
  name: string;
  email: string;
  planId: PlanId;
}

const BUYERS: readonly Buyer[] = [
  { orgId: HARBOR_ORG_ID, name: 'Harbor Realty', email: 'nora@harbor.test', planId: 'growth' },
  { orgId: NORTHSIDE_ORG_ID, name: 'Northside Homes', email: STRANGER.email, planId: 'starter' },
];

/** Each organization of the demo pays for a plan at the stand-in, whose events tell the product of it as Stripe's do. */
export async function buyPlans(ports: Ports): Promise<void> {
  const stripe = new Stripe(LOCAL_SECRETS.STRIPE_SECRET_KEY, {
    ...{ protocol: 'http', host: HOST, port: ports.stripe, telemetry: false },
  });
  const { setCard } = controlOf(`http://${HOST}:${ports.stripe}`);
  for (const { orgId, name, email, planId } of BUYERS) {
    const customer = await stripe.customers.create({ name, email, metadata: { orgId } });
    await setCard(customer.id, 'good');
    const { data } = await stripe.prices.list({ lookup_keys: [`leadpulse_${planId}_monthly`] });
    await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: data[0]?.id ?? '' }],
      metadata: { orgId },
    });
  }
}
