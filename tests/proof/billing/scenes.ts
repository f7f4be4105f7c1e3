import { stripeEventSchema } from '@leadpulse/model';
import type { StripeEventRecord } from '@leadpulse/model';
import { adminDb } from '../../../local/worldClient.js';
import { freshId } from '../../functions/tenant.js';
import type { Payer } from './payer.js';
import { buy, priceOf, seedPayer } from './payer.js';
import type { Told } from './stripeSide.js';
import { deliver, isTaken, stripeApi, stripeControl, Telling } from './stripeSide.js';
import { auditLogOf, differences } from './verdict.js';

/** An event that is about to be delivered, and what must be so once it was answered 2xx. */
export interface Scene {
  payer: Payer;
  event: Told;
  faults: () => Promise<string[]>;
}

/** The first that is heard of a purchase. */
export async function purchase(): Promise<Scene> {
  const payer = await seedPayer();
  await buy(payer, 'growth');
  const event = await told(payer, 'customer.subscription.created');
  return { payer, event, faults: () => differencesAndEntries(payer, 'billing.access') };
}

/** An invoice that is no subscription's latest: Stripe is asked twice. */
export async function olderInvoice(): Promise<Scene> {
  const payer = await seedPayer();
  await buy(payer, 'starter');
  const event = await told(payer, 'invoice.paid');
  const { subscriptions } = await stripeControl().customerState(payer.customerId);
  const [subscription] = subscriptions;
  await stripeApi().subscriptions.update(subscription?.id ?? '', {
    items: [{ id: subscription?.items.data[0]?.id ?? '', price: priceOf('scale') }],
    proration_behavior: 'always_invoice',
  });
  const first = await deliver(await told(payer, 'customer.subscription.updated'));
  if (!isTaken(first)) throw new Error(`the upgrade was answered ${first.status}`);
  return { payer, event, faults: () => differences(payer) };
}

/** The customer's bank takes a payment back. */
export async function dispute(): Promise<Scene> {
  const payer = await seedPayer();
  await buy(payer, 'starter');
  const first = await deliver(await told(payer, 'customer.subscription.created'));
  if (!isTaken(first)) throw new Error(`the purchase was answered ${first.status}`);
  await stripeControl().raiseDispute(payer.customerId);
  const event = (await stripeControl().events(payer.customerId)).at(-1);
  if (event?.type !== 'charge.dispute.created') throw new Error('there is no dispute');
  return { payer, event, faults: () => differencesAndEntries(payer, 'billing.dispute') };
}

/** Nothing of ours follows from it. */
export async function unhandled(): Promise<Scene> {
  const payer = await seedPayer();
  const event = eventOf('invoice.upcoming', {
    object: 'invoice',
    id: freshId('in_'),
    customer: payer.customerId,
  });
  return { payer, event, faults: () => recordFaults(event, 'unhandled') };
}

/** A customer whom nobody here knows. */
export async function nobodys(): Promise<Scene> {
  const payer = await seedPayer();
  const event = eventOf('customer.updated', { object: 'customer', id: freshId('cus_') });
  return { payer, event, faults: () => recordFaults(event, 'not-ours') };
}

async function differencesAndEntries(payer: Payer, action: string): Promise<string[]> {
  const { entries, faults } = await auditLogOf(payer);
  const count = entries.filter((entry) => entry.action === action).length;
  const counted = count === 1 ? [] : [`the audit log has ${count} entries for ${action}`];
  return [...(await differences(payer, () => true)), ...faults, ...counted];
}

async function recordFaults(event: Told, outcome: string): Promise<string[]> {
  const record = await recordOf(event);
  return record?.outcome === outcome ? [] : [`it is recorded as ${record?.outcome ?? 'nothing'}`];
}

/** What is kept of an event; null for nothing. */
export async function recordOf({ id }: Pick<Told, 'id'>): Promise<StripeEventRecord | null> {
  const found = await adminDb().doc(`stripeEvents/${id}`).get();
  return found.exists ? stripeEventSchema.parse(found.data()) : null;
}

/** The newest event of a type that Stripe tells of a customer. */
export async function told({ customerId }: Payer, type: string): Promise<Told> {
  const events = await new Telling(customerId).listen();
  const event = events.findLast((each) => each.type === type);
  if (!event) throw new Error(`${customerId} has no ${type}`);
  return event;
}

/** An event that a test makes up. */
export function eventOf(type: string, object: object): Told {
  const id = freshId('evt_');
  const created = Math.floor(Date.now() / 1000);
  return { id, type, payload: JSON.stringify({ id, object: 'event', type, created, data: { object } }) };
}
