import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept } from '../account.js';
import { emit } from '../events/emit.js';
import { invoiceObject } from '../objects/invoice.js';
import { applyBalance } from './balance.js';
import type { Period } from './calendar.js';
import { changeCustomer, changeSubscription, subscriptionIdOf } from './change.js';
import { statusAfterPayment } from './lifecycle.js';

interface Draft {
  subscription: Stripe.Subscription;
  billingReason: Stripe.Invoice.BillingReason;
  period: Period;
  lines: Stripe.InvoiceLineItem[];
  at: number;
  finalizesAt?: number;
  autoAdvance?: boolean;
}

/** The prorations that wait for the next invoice of a subscription. */
function pendingLinesOf(account: Account, subscriptionId: string): Stripe.InvoiceLineItem[] {
  const pending = account.store
    .all('pendingLine')
    .filter(({ subscription }) => subscription === subscriptionId);
  return pending.map(({ line }) => line);
}

/** An invoice as it would be, with what waits for it; nothing is stored. */
export function draftOf(account: Account, draft: Draft, id: string): Stripe.Invoice {
  const waiting = pendingLinesOf(account, draft.subscription.id);
  const lines = [...waiting, ...draft.lines].map((line) => ({ ...line, invoice: id }));
  const invoice = invoiceObject({
    id,
    created: draft.at,
    customer: kept(account, 'customer', draft.subscription.customer as string),
    subscription: draft.subscription,
    billingReason: draft.billingReason,
    period: draft.period,
    lines,
    finalizesAt: draft.finalizesAt ?? null,
  });
  return { ...invoice, auto_advance: draft.autoAdvance ?? true };
}

/** Makes a draft; naming it as the subscription's latest is left to the caller, who changes more at once. */
export function createInvoice(account: Account, draft: Draft): Stripe.Invoice {
  const invoice = draftOf(account, draft, account.newId('in'));
  for (const { id, subscription } of account.store.all('pendingLine')) {
    if (subscription === draft.subscription.id) account.store.remove('pendingLine', id);
  }
  account.store.put('invoice', invoice);
  emit(account, 'invoice.created', invoice, draft.at);
  return invoice;
}

/** What an invoice asks for, with the customer's balance as it is now. */
export function withBalance(account: Account, invoice: Stripe.Invoice): Stripe.Invoice {
  const { balance } = kept(account, 'customer', invoice.customer as string);
  const { dueCents, balanceCents } = applyBalance(invoice.total, balance);
  return {
    ...invoice,
    amount_due: dueCents,
    amount_remaining: dueCents,
    starting_balance: balance,
    ending_balance: balanceCents,
  };
}

/** A draft becomes final: it gets its number and uses the balance; where nothing is left to pay it is paid. */
export function finalizeInvoice(account: Account, invoiceId: string, at: number): Stripe.Invoice {
  const draft = kept(account, 'invoice', invoiceId);
  if (draft.status !== 'draft') return draft;
  const customer = kept(account, 'customer', draft.customer as string);
  const sequence = customer.next_invoice_sequence ?? 1;
  const page = `${account.url}/invoice/${draft.id}`;
  const invoice = account.store.put('invoice', {
    ...withBalance(account, draft),
    automatically_finalizes_at: null,
    effective_at: at,
    hosted_invoice_url: page,
    invoice_pdf: page,
    number: `${customer.invoice_prefix ?? ''}-${String(sequence).padStart(4, '0')}`,
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: at },
  });
  account.store.put('customer', { ...customer, next_invoice_sequence: sequence + 1 });
  if (invoice.ending_balance !== null && invoice.ending_balance !== customer.balance) {
    const fresh = kept(account, 'customer', customer.id);
    changeCustomer(account, { ...fresh, balance: invoice.ending_balance }, at);
  }
  emit(account, 'invoice.finalized', invoice, at);
  return invoice.amount_due === 0 ? markPaid(account, invoice, at, 0) : invoice;
}

/** An invoice is settled, and with it, perhaps, its subscription. */
export function markPaid(
  account: Account,
  invoice: Stripe.Invoice,
  at: number,
  cents: number,
): Stripe.Invoice {
  const paid = account.store.put('invoice', {
    ...invoice,
    amount_paid: cents,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: at },
  });
  emit(account, 'invoice.paid', paid, at);
  emit(account, 'invoice.payment_succeeded', paid, at);
  const subscription = account.store.get('subscription', subscriptionIdOf(paid));
  if (subscription) {
    const status = statusAfterPayment(subscription, isNewestFinal(account, paid));
    const after = changeSubscription(account, { ...subscription, status }, at);
    if (subscription.status === 'paused' && status === 'active') {
      emit(account, 'customer.subscription.resumed', after, at);
    }
  }
  return paid;
}

function isNewestFinal(account: Account, invoice: Stripe.Invoice): boolean {
  const final = account.store
    .all('invoice')
    .filter((other) => subscriptionIdOf(other) === subscriptionIdOf(invoice) && other.status !== 'draft');
  return final.at(-1)?.id === invoice.id;
}

export function voidInvoice(account: Account, invoice: Stripe.Invoice, at: number): Stripe.Invoice {
  const gone = account.store.put('invoice', {
    ...invoice,
    amount_remaining: 0,
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: at },
  });
  emit(account, 'invoice.voided', gone, at);
  return gone;
}
