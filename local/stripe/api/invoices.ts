import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { nowFor, settingsOf } from '../account.js';
import { nameOf, subscriptionIdOf } from '../engine/change.js';
import { draftOf, finalizeInvoice, markPaid, voidInvoice, withBalance } from '../engine/invoicing.js';
import { currentPeriod, nextPeriod, withPeriod } from '../engine/lifecycle.js';
import { periodLines } from '../engine/lines.js';
import { attemptPayment } from '../engine/payment.js';
import { linesOfChange, withItems } from '../engine/planChange.js';
import { cardError, invalid, missing, missingReference } from '../wire/errors.js';
import { pageOf, pageParams } from '../wire/lists.js';
import { flag, readParams, whole } from '../wire/params.js';
import type { Route } from '../wire/routes.js';
import { existingCustomer } from './customers.js';
import { existingSubscription } from './subscriptions.js';
import { itemChanges, itemsParam, prorationBehavior } from './subscriptionUpdate.js';

const listParams = z.strictObject({
  ...pageParams,
  customer: z.string().optional(),
  subscription: z.string().optional(),
  status: z.string().optional(),
});
const payParams = z.strictObject({
  payment_method: z.string().optional(),
  off_session: flag.optional(),
  paid_out_of_band: flag.optional(),
});
const previewParams = z.strictObject({
  customer: z.string().optional(),
  subscription: z.string(),
  preview_mode: z.literal('next').optional(),
  subscription_details: z
    .strictObject({
      items: itemsParam.optional(),
      proration_behavior: prorationBehavior.optional(),
      proration_date: whole.optional(),
    })
    .optional(),
});

function existingInvoice({ store }: Account, id: string): Stripe.Invoice {
  const invoice = store.get('invoice', id);
  if (!invoice) throw missing('invoice', id);
  return invoice;
}

function listInvoices(account: Account, params: unknown): object {
  const { customer, subscription, status, ...page } = readParams(listParams, params);
  if (customer !== undefined) existingCustomer(account, customer);
  const invoices = account.store
    .all('invoice')
    .filter((invoice) => customer === undefined || invoice.customer === customer)
    .filter((invoice) => subscription === undefined || subscriptionIdOf(invoice) === subscription)
    .filter((invoice) => status === undefined || invoice.status === status);
  return pageOf(invoices, page, '/v1/invoices');
}

function pay(account: Account, id: string, params: unknown): Stripe.Invoice {
  const given = readParams(payParams, params);
  const before = existingInvoice(account, id);
  const at = nowFor(account, before.customer as string);
  if (before.status === 'paid') throw invalid('Invoice is already paid');
  if (before.status === 'void') throw invalid('This invoice is void and cannot be paid.');
  const invoice = finalizeInvoice(account, id, at);
  if (invoice.status !== 'open') return invoice;
  if (given.paid_out_of_band) return markPaid(account, invoice, at, 0);
  const card =
    given.payment_method === undefined ? undefined : account.store.get('card', given.payment_method);
  if (given.payment_method !== undefined && card?.customer !== before.customer) {
    throw missingReference('PaymentMethod', given.payment_method, 'payment_method');
  }
  const outcome = attemptPayment(account, id, { at, card });
  if (outcome !== 'ok') throw cardError(outcome);
  return existingInvoice(account, id);
}

/** The invoice a change would make at once, or the next one of the period, with what waits for it; nothing changes. */
function preview(account: Account, params: unknown): Stripe.Invoice {
  const {
    subscription: id,
    subscription_details: details = {},
    customer,
  } = readParams(previewParams, params);
  const before = existingSubscription(account, id);
  if (customer !== undefined && before.customer !== customer) {
    throw invalid('The subscription does not belong to the customer.', 'customer');
  }
  const at = nowFor(account, before.customer as string);
  const after = withItems(before, itemChanges(account, details.items));
  const { proration_behavior: behavior = 'create_prorations', proration_date: date = at } = details;
  const lines = details.items ? linesOfChange(account, before, after, behavior, date) : [];
  const invoice =
    behavior === 'always_invoice' && lines.length > 0
      ? immediate(account, before, after, lines, at)
      : upcoming(account, after, lines);
  return dated(withBalance(account, invoice), lines.length > 0 ? date : undefined);
}

/** A preview names the moment it was reckoned for, so that the change itself can be made for the same. */
function dated(invoice: Stripe.Invoice, prorationDate: number | undefined): Stripe.Invoice {
  const { parent } = invoice;
  if (prorationDate === undefined || !parent?.subscription_details) return invoice;
  const details = { ...parent.subscription_details, subscription_proration_date: prorationDate };
  return { ...invoice, parent: { ...parent, subscription_details: details } };
}

function immediate(
  account: Account,
  before: Stripe.Subscription,
  after: Stripe.Subscription,
  lines: Stripe.InvoiceLineItem[],
  at: number,
): Stripe.Invoice {
  const period = { start: currentPeriod(before).start, end: at };
  const draft = { subscription: after, billingReason: 'subscription_update' as const, period, lines, at };
  return draftOf(account, draft, account.newId('upcoming_in'));
}

function upcoming(
  account: Account,
  after: Stripe.Subscription,
  prorations: Stripe.InvoiceLineItem[],
): Stripe.Invoice {
  if (after.status === 'canceled' || after.cancel_at !== null) {
    throw invalid('No upcoming invoices for customer', undefined, 'invoice_upcoming_none');
  }
  const period = nextPeriod(after);
  const next = withPeriod({ ...after, status: 'active' }, period);
  const at = period.start;
  const lines = periodLines(next, period, nameOf(account), (prefix) => account.newId(prefix));
  const draft = {
    subscription: after,
    billingReason: 'upcoming' as const,
    period: currentPeriod(after),
    lines: [...prorations, ...lines],
    at,
  };
  const invoice = draftOf(account, draft, account.newId('upcoming_in'));
  return { ...invoice, next_payment_attempt: at + settingsOf(account).draftSeconds };
}

function listLines(account: Account, id: string, params: unknown): object {
  const { lines } = existingInvoice(account, id);
  const page = pageOf(lines.data.toReversed(), readParams(z.strictObject(pageParams), params), lines.url);
  return page;
}

export const INVOICE_ROUTES: Route[] = [
  { method: 'GET', path: '/v1/invoices', answer: (account, { params }) => listInvoices(account, params) },
  {
    method: 'POST',
    path: '/v1/invoices/create_preview',
    answer: (account, { params }) => preview(account, params),
  },
  { method: 'GET', path: '/v1/invoices/:id', answer: (account, { id }) => existingInvoice(account, id) },
  {
    method: 'GET',
    path: '/v1/invoices/:id/lines',
    answer: (account, { id, params }) => listLines(account, id, params),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/pay',
    answer: (account, { id, params }) => pay(account, id, params),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/void',
    answer: (account, { id }) => {
      const invoice = existingInvoice(account, id);
      return voidInvoice(account, invoice, nowFor(account, invoice.customer as string));
    },
  },
];
