import type Stripe from 'stripe';
import type { Account } from '../account.js';
import { kept, nowFor } from '../account.js';
import { emit } from '../events/emit.js';
import type { Outcome, TestCard } from '../objects/card.js';
import { cardObject, TEST_CARDS } from '../objects/card.js';
import { customerObject } from '../objects/customer.js';
import { DAY } from './calendar.js';
import { changeCustomer } from './change.js';
import { startSubscription, subscriptionOf } from './start.js';

/** What the customer enters on the page. */
export interface CheckoutInput {
  card: TestCard | null; // null: without a card, where the session allows that
  isConfirmed?: boolean; // the bank's question was answered with yes
  email?: string | undefined;
  businessName?: string | undefined;
  taxId?: string | undefined;
}

export type CheckoutOutcome = Outcome | 'closed' | 'card-required';

/** A customer pays, or tries to: only what goes through changes anything. */
export function completeCheckout(account: Account, sessionId: string, input: CheckoutInput): CheckoutOutcome {
  const session = kept(account, 'session', sessionId);
  if (session.status !== 'open') return 'closed';
  const refusal = refusalOf(session, input);
  if (refusal) return refusal;
  const customer = customerFor(account, session, input);
  const at = nowFor(account, customer.id);
  const card =
    input.card && account.store.put('card', cardObject(account.newId('pm'), at, customer.id, input.card));
  const subscription = begin(account, session, customer, card, input.isConfirmed === true, at);
  const completed = account.store.put('session', {
    ...session,
    customer: customer.id,
    customer_details: detailsOf(customer, input),
    collected_information: {
      business_name: input.businessName || null,
      individual_name: null,
      shipping_details: null,
    },
    invoice: subscription.latest_invoice,
    payment_status: session.amount_total === 0 ? 'no_payment_required' : 'paid',
    status: 'complete',
    subscription: subscription.id,
    url: null,
  });
  emit(account, 'checkout.session.completed', completed, at);
  return 'ok';
}

function refusalOf(
  session: Stripe.Checkout.Session,
  { card, isConfirmed }: CheckoutInput,
): CheckoutOutcome | null {
  if (card === null) {
    const isOptional = session.payment_method_collection === 'if_required' && session.amount_total === 0;
    return isOptional ? null : 'card-required';
  }
  const { attach, charge } = TEST_CARDS[card];
  const asks = attach === 'confirm' || charge === 'confirm';
  if (attach === 'declined' || (charge === 'declined' && session.amount_total !== 0)) return 'declined';
  return asks && !isConfirmed ? 'confirm' : null;
}

function customerFor(
  account: Account,
  session: Stripe.Checkout.Session,
  input: CheckoutInput,
): Stripe.Customer {
  const { updatesName } = kept(account, 'terms', session.id);
  if (typeof session.customer === 'string') {
    const customer = kept(account, 'customer', session.customer);
    const name = (updatesName && input.businessName) || customer.name || null;
    const email = customer.email ?? (input.email || null);
    return changeCustomer(account, { ...customer, name, email }, nowFor(account, customer.id));
  }
  const created = nowFor(account);
  const email = session.customer_email ?? (input.email || undefined);
  const customer = customerObject({ id: account.newId('cus'), created, email, name: input.businessName });
  account.store.put('customer', customer);
  emit(account, 'customer.created', customer, created);
  return customer;
}

/** The card belongs to the subscription, not to the customer, as with Stripe's Checkout. */
function begin(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer,
  card: Stripe.PaymentMethod | null,
  isConfirmed: boolean,
  at: number,
): Stripe.Subscription {
  const terms = kept(account, 'terms', session.id);
  const start = {
    customer: customer.id,
    items: terms.items.map(({ price, quantity }) => ({ price: kept(account, 'price', price), quantity })),
    trialEnd: terms.trialDays === null ? terms.trialEnd : at + terms.trialDays * DAY,
    metadata: terms.metadata,
    trialSettings: terms.trialSettings ?? undefined,
    card: card?.id ?? null,
    pay: isConfirmed ? ('confirmed' as const) : ('now' as const),
  };
  return startSubscription(account, subscriptionOf(account, start, at), start.pay, at).subscription;
}

function detailsOf(customer: Stripe.Customer, input: CheckoutInput): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: customer.address ?? null,
    business_name: input.businessName || null,
    email: customer.email,
    individual_name: null,
    name: customer.name ?? null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: input.taxId ? [{ type: 'unknown', value: input.taxId }] : [],
  };
}
