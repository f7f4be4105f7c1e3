import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { nowFor } from '../account.js';
import { changeCustomer, subscriptionsOf } from '../engine/change.js';
import { isOver } from '../engine/lifecycle.js';
import { cancelSubscription } from '../engine/passing.js';
import { emit } from '../events/emit.js';
import { customerObject } from '../objects/customer.js';
import { missing, missingReference } from '../wire/errors.js';
import { pageOf, pageParams } from '../wire/lists.js';
import { mergedMetadata, metadata, readParams, whole } from '../wire/params.js';
import type { Route } from '../wire/routes.js';

const address = z.record(z.string(), z.string());
const facts = {
  email: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  description: z.string().optional(),
  address: z.union([z.literal(''), address]).optional(),
  metadata: metadata.optional(),
  balance: whole.optional(),
};
const createParams = z.strictObject({ ...facts, test_clock: z.string().optional() });
const updateParams = z.strictObject({
  ...facts,
  invoice_settings: z.strictObject({ default_payment_method: z.string().optional() }).optional(),
});
const listParams = z.strictObject({
  ...pageParams,
  email: z.string().optional(),
  test_clock: z.string().optional(),
});

/** The customer with this id, for one who asks; a deleted one is only a stub. */
export function existingCustomer(account: Account, id: string, param = 'customer'): Stripe.Customer {
  const customer = account.store.get('customer', id);
  if (!customer) throw missingReference('customer', id, param);
  return customer;
}

function createCustomer(account: Account, params: unknown): Stripe.Customer {
  const {
    test_clock: testClock,
    metadata: given,
    address: place,
    ...rest
  } = readParams(createParams, params);
  const clock = testClock === undefined ? undefined : account.store.get('clock', testClock);
  if (testClock !== undefined && !clock) throw missingReference('test clock', testClock, 'test_clock');
  const customer = customerObject({
    ...rest,
    id: account.newId('cus'),
    created: clock?.frozen_time ?? nowFor(account),
    metadata: mergedMetadata({}, given),
    testClock,
  });
  const stored = account.store.put('customer', place ? { ...customer, address: addressOf(place) } : customer);
  emit(account, 'customer.created', stored, stored.created);
  return stored;
}

function updateCustomer(account: Account, id: string, params: unknown): Stripe.Customer {
  const customer = existingCustomer(account, id, 'id');
  const given = readParams(updateParams, params);
  const card = given.invoice_settings?.default_payment_method;
  if (card && account.store.get('card', card)?.customer !== id) {
    throw missingReference('PaymentMethod', card, 'invoice_settings[default_payment_method]');
  }
  const text = (value: string | undefined, old: string | null | undefined): string | null =>
    value === undefined ? (old ?? null) : value || null;
  const after: Stripe.Customer = {
    ...customer,
    email: text(given.email, customer.email),
    name: text(given.name, customer.name),
    phone: text(given.phone, customer.phone),
    description: text(given.description, customer.description),
    metadata: mergedMetadata(customer.metadata, given.metadata),
    balance: given.balance ?? customer.balance,
    ...(given.address !== undefined && { address: given.address ? addressOf(given.address) : null }),
    ...(card !== undefined && {
      invoice_settings: { ...customer.invoice_settings, default_payment_method: card || null },
    }),
  };
  return changeCustomer(account, after, nowFor(account, id));
}

function addressOf(given: Record<string, string>): Stripe.Address {
  const part = (name: string): string | null => given[name] || null;
  return {
    city: part('city'),
    country: part('country'),
    line1: part('line1'),
    line2: part('line2'),
    postal_code: part('postal_code'),
    state: part('state'),
  };
}

/** With its customer goes every subscription, at once. */
function deleteCustomer(account: Account, id: string): Stripe.DeletedCustomer {
  const customer = account.store.get('customer', id);
  if (!customer) throw missing('customer', id);
  const at = nowFor(account, id);
  for (const subscription of subscriptionsOf(account, id)) {
    if (!isOver(subscription)) cancelSubscription(account, subscription, at, 'cancellation_requested');
  }
  account.store.remove('customer', id);
  emit(account, 'customer.deleted', customer, at);
  return account.store.put('deletedCustomer', { id, object: 'customer', deleted: true });
}

function listCustomers(account: Account, params: unknown): object {
  const { email, test_clock: clock, ...page } = readParams(listParams, params);
  const customers = account.store
    .all('customer')
    .filter((customer) => email === undefined || customer.email === email)
    .filter((customer) =>
      clock === undefined ? customer.test_clock === null : customer.test_clock === clock,
    );
  return pageOf(customers, page, '/v1/customers');
}

export const CUSTOMER_ROUTES: Route[] = [
  { method: 'POST', path: '/v1/customers', answer: (account, { params }) => createCustomer(account, params) },
  { method: 'GET', path: '/v1/customers', answer: (account, { params }) => listCustomers(account, params) },
  {
    method: 'GET',
    path: '/v1/customers/:id',
    answer: ({ store }, { id }) => {
      const found = store.get('customer', id) ?? store.get('deletedCustomer', id);
      if (!found) throw missing('customer', id);
      return found;
    },
  },
  {
    method: 'POST',
    path: '/v1/customers/:id',
    answer: (account, { id, params }) => updateCustomer(account, id, params),
  },
  { method: 'DELETE', path: '/v1/customers/:id', answer: (account, { id }) => deleteCustomer(account, id) },
];
