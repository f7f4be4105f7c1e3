import Stripe from 'stripe';
import type { Account } from '../account.js';
import { previousAttributes } from './previousAttributes.js';

type EventType =
  | 'charge.dispute.created'
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'customer.created'
  | 'customer.deleted'
  | 'customer.subscription.created'
  | 'customer.subscription.deleted'
  | 'customer.subscription.paused'
  | 'customer.subscription.resumed'
  | 'customer.subscription.trial_will_end'
  | 'customer.subscription.updated'
  | 'customer.updated'
  | 'invoice.created'
  | 'invoice.finalized'
  | 'invoice.paid'
  | 'invoice.payment_action_required'
  | 'invoice.payment_failed'
  | 'invoice.payment_succeeded'
  | 'invoice.voided';

/** Stores an event about an object as it is now, and hands it over for delivery. */
export function emit(account: Account, type: EventType, object: object, at: number, before?: object): void {
  const event = {
    id: account.newId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: at,
    data: { object, ...(before && { previous_attributes: previousAttributes(before, object) }) },
    livemode: false,
    pending_webhooks: 1,
    request: {
      id: account.call?.requestId ?? null,
      idempotency_key: account.call?.idempotencyKey ?? null,
    },
    type,
  } as unknown as Stripe.Event; // a union of one type an event; which belongs to which is for the callers to know
  account.store.put('event', event);
  account.dispatch(event.id);
}

/** The customer an event is about; '' for none. */
export function customerOf(account: Account, event: Stripe.Event): string {
  const object = event.data.object as { object: string; id: string; customer?: unknown; charge?: unknown };
  if (object.object === 'customer') return object.id;
  if (object.object === 'dispute' && typeof object.charge === 'string') {
    const charge = account.store.get('charge', object.charge);
    return typeof charge?.customer === 'string' ? charge.customer : '';
  }
  return typeof object.customer === 'string' ? object.customer : '';
}
