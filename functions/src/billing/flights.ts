import type { StripeEvent } from './stripeShapes.js';
import type { Synced } from './syncOrg.js';
import { syncOrg } from './syncOrg.js';

/** A look at Stripe for one organization that events can still join. */
interface Flight {
  readonly events: StripeEvent[];
  customerId: string | null;
  readonly landed: Promise<Synced>;
}

const boarding = new Map<string, Flight>();
const last = new Map<string, Promise<unknown>>();

/**
 * Brings an organization in line because of an event. In one process, looks at Stripe for one organization follow each
 * other, and an event that comes before Stripe is asked joins the look that is about to ask.
 */
export async function syncFor(orgId: string, event: StripeEvent, customerId: string | null): Promise<Synced> {
  const flight = boarding.get(orgId);
  if (flight && (customerId === null || flight.customerId === null || flight.customerId === customerId)) {
    flight.events.push(event);
    flight.customerId ??= customerId;
    return flight.landed;
  }
  return depart(orgId, event, customerId);
}

function depart(orgId: string, event: StripeEvent, customerId: string | null): Promise<Synced> {
  const events = [event];
  const before = last.get(orgId) ?? Promise.resolve();
  const flight: Flight = {
    events,
    customerId,
    landed: before
      .catch(() => undefined) // its own passengers are told
      .then(() =>
        syncOrg(
          orgId,
          () => ({ events, customerId: flight.customerId, author: { actor: 'stripe', origin: null } }),
          () => close(orgId, flight),
        ),
      )
      .finally(() => {
        close(orgId, flight);
        if (last.get(orgId) === flight.landed) last.delete(orgId);
      }),
  };
  boarding.set(orgId, flight);
  last.set(orgId, flight.landed);
  return flight.landed;
}

function close(orgId: string, flight: Flight): void {
  if (boarding.get(orgId) === flight) boarding.delete(orgId);
}
