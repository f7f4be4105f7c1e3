import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { nowFor } from '../account.js';
import { missing, invalid } from '../wire/errors.js';
import { pageOf, pageParams } from '../wire/lists.js';
import { readParams, whole } from '../wire/params.js';
import type { Route } from '../wire/routes.js';
import { existingCustomer } from './customers.js';

const portalParams = z.strictObject({
  customer: z.string(),
  return_url: z.string().optional(),
  configuration: z.string().optional(),
  locale: z.string().optional(),
});
const range = z.strictObject({
  gt: whole.optional(),
  gte: whole.optional(),
  lt: whole.optional(),
  lte: whole.optional(),
});
const eventsParams = z.strictObject({
  ...pageParams,
  created: z.union([whole, range]).optional(),
  type: z.string().optional(),
  types: z.array(z.string()).optional(),
});
const clockParams = z.strictObject({ frozen_time: whole, name: z.string().optional() });
const advanceParams = z.strictObject({ frozen_time: whole });
const chargesParams = z.strictObject({ ...pageParams, customer: z.string().optional() });

function createPortalSession(account: Account, params: unknown): Stripe.BillingPortal.Session {
  const given = readParams(portalParams, params);
  const customer = existingCustomer(account, given.customer);
  const id = account.newId('bps');
  return account.store.put('portal', {
    id,
    object: 'billing_portal.session',
    configuration: given.configuration ?? 'bpc_standin',
    created: nowFor(account, customer.id),
    customer: customer.id,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: given.return_url ?? null,
    url: `${account.url}/portal/${id}`,
  });
}

function listEvents({ store }: Account, params: unknown): object {
  const { created, type, types, ...page } = readParams(eventsParams, params);
  const bounds = typeof created === 'number' ? { gte: created, lte: created } : (created ?? {});
  const events = store
    .all('event')
    .filter((event) => fits(type, event.type) && (types === undefined || types.includes(event.type)))
    .filter(
      (event) =>
        event.created > (bounds.gt ?? -Infinity) &&
        event.created >= (bounds.gte ?? -Infinity) &&
        event.created < (bounds.lt ?? Infinity) &&
        event.created <= (bounds.lte ?? Infinity),
    );
  return pageOf(events, page, '/v1/events');
}

/** `invoice.*` means every type that begins so. */
function fits(wanted: string | undefined, type: string): boolean {
  if (wanted === undefined || wanted === '*') return true;
  return wanted.endsWith('.*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type;
}

function createClock(account: Account, params: unknown): Stripe.TestHelpers.TestClock {
  const { frozen_time: frozenTime, name } = readParams(clockParams, params);
  return account.store.put('clock', {
    id: account.newId('clock'),
    object: 'test_helpers.test_clock',
    created: nowFor(account),
    deletes_after: nowFor(account) + 30 * 24 * 60 * 60,
    frozen_time: frozenTime,
    livemode: false,
    name: name ?? null,
    status: 'ready',
    status_details: {},
  });
}

function existingClock({ store }: Account, id: string): Stripe.TestHelpers.TestClock {
  const clock = store.get('clock', id);
  if (!clock) throw missing('test clock', id);
  return clock;
}

/** What became due meanwhile is done before the next answer, so the clock is ready at once. */
function advanceClock(account: Account, id: string, params: unknown): Stripe.TestHelpers.TestClock {
  const clock = existingClock(account, id);
  const { frozen_time: frozenTime } = readParams(advanceParams, params);
  if (frozenTime <= clock.frozen_time) throw invalid('A test clock can only go forward.', 'frozen_time');
  return account.store.put('clock', { ...clock, frozen_time: frozenTime });
}

function found<T>(object: T | undefined, what: string, id: string): T {
  if (object === undefined) throw missing(what, id);
  return object;
}

export const OTHER_ROUTES: Route[] = [
  {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    answer: (account, { params }) => createPortalSession(account, params),
  },
  { method: 'GET', path: '/v1/events', answer: (account, { params }) => listEvents(account, params) },
  {
    method: 'GET',
    path: '/v1/events/:id',
    answer: ({ store }, { id }) => found(store.get('event', id), 'event', id),
  },
  {
    method: 'GET',
    path: '/v1/charges',
    answer: ({ store }, { params }) => {
      const { customer, ...page } = readParams(chargesParams, params);
      const charges = store.all('charge').filter((charge) => fits(customer, charge.customer as string));
      return pageOf(charges, page, '/v1/charges');
    },
  },
  {
    method: 'GET',
    path: '/v1/charges/:id',
    answer: ({ store }, { id }) => found(store.get('charge', id), 'charge', id),
  },
  {
    method: 'GET',
    path: '/v1/disputes/:id',
    answer: ({ store }, { id }) => found(store.get('dispute', id), 'dispute', id),
  },
  {
    method: 'GET',
    path: '/v1/payment_methods/:id',
    answer: ({ store }, { id }) => found(store.get('card', id), 'PaymentMethod', id),
  },
  {
    method: 'POST',
    path: '/v1/test_helpers/test_clocks',
    answer: (account, { params }) => createClock(account, params),
  },
  {
    method: 'GET',
    path: '/v1/test_helpers/test_clocks/:id',
    answer: (account, { id }) => existingClock(account, id),
  },
  {
    method: 'POST',
    path: '/v1/test_helpers/test_clocks/:id/advance',
    answer: (account, { id, params }) => advanceClock(account, id, params),
  },
];
