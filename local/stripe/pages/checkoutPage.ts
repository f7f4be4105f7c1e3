import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { kept, nowFor } from '../account.js';
import { DAY } from '../engine/calendar.js';
import type { CheckoutOutcome } from '../engine/checkout.js';
import { completeCheckout } from '../engine/checkout.js';
import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import { frame } from './frame.js';
import { dollars } from './words.js';
import { cardChoice, choices, confirmPage, field, messagePage, productName } from './parts.js';
import type { PageAnswer } from './pageAnswer.js';

const inputSchema = z.object({
  card: z.enum(['4242', '0002', '3155', '0341', 'none']),
  email: z.string().max(200).default(''),
  businessName: z.string().max(200).default(''),
  taxId: z.string().max(50).default(''),
  confirm: z.enum(['pass', 'fail']).optional(),
});
type Input = z.infer<typeof inputSchema>;

const NOTHING_ENTERED: Input = { card: '4242', email: '', businessName: '', taxId: '' };

const REFUSALS: Partial<Record<CheckoutOutcome, string>> = {
  declined: 'Your card was declined. Choose another one.',
  'card-required': 'Choose a card.',
};

/** Stripe's Checkout: what is bought, and a choice of test cards. */
export function showCheckout(account: Account, id: string): PageAnswer {
  const session = account.store.get('session', id);
  if (!session)
    return { status: 404, html: messagePage('No such checkout', 'The address leads to no checkout.') };
  return session.status === 'open' ? form(account, session, NOTHING_ENTERED, '') : over(session);
}

export function submitCheckout(account: Account, id: string, body: unknown): PageAnswer {
  const session = account.store.get('session', id);
  const parsed = inputSchema.safeParse(body);
  if (!session || !parsed.success) return showCheckout(account, id);
  const input = parsed.data;
  if (input.confirm === 'fail')
    return form(account, session, input, 'Your bank did not confirm it. Try again.');
  const outcome = completeCheckout(account, id, {
    ...input,
    card: input.card === 'none' ? null : input.card,
    isConfirmed: input.confirm === 'pass',
  });
  if (outcome === 'ok') return { to: returnAddress(session, session.success_url) };
  if (outcome === 'closed') return over(session);
  if (outcome === 'confirm') {
    const { card, email, businessName, taxId } = input;
    const fields = { card, email, businessName, taxId };
    return {
      status: 200,
      html: confirmPage(`/checkout/${id}`, session.amount_total ?? 0, fields),
      leadsTo: origin(session),
    };
  }
  return form(account, session, input, REFUSALS[outcome] ?? 'That did not work.');
}

function returnAddress({ id }: Stripe.Checkout.Session, address: string | null): string {
  return (address ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', id);
}

/** Where the browser is sent after paying. */
function origin(session: Stripe.Checkout.Session): string {
  return new URL(returnAddress(session, session.success_url), 'http://127.0.0.1').origin;
}

function over(session: Stripe.Checkout.Session): PageAnswer {
  const isPaid = session.status === 'complete';
  const address = isPaid ? session.success_url : session.cancel_url;
  const link =
    address === null ? undefined : { href: returnAddress(session, address), label: 'Back to LeadPulse' };
  return {
    status: 410,
    html: isPaid
      ? messagePage('This checkout is done', 'It was completed before; nothing is charged twice.', link)
      : messagePage('This checkout has expired', 'Go back and begin again.', link),
  };
}

function form(account: Account, session: Stripe.Checkout.Session, input: Input, error: string): PageAnswer {
  const isFree = session.amount_total === 0;
  const isCardOptional = isFree && session.payment_method_collection === 'if_required';
  const cards = (['4242', '0002', '3155', '0341'] as const).map(cardChoice);
  if (isCardOptional) cards.push({ value: 'none', label: 'No card', says: 'The trial begins without one' });
  const button = isFree ? 'Start the trial' : `Pay ${dollars(session.amount_total ?? 0)} and subscribe`;
  const body = html`<h1>${isFree ? 'Start your trial' : 'Subscribe'}</h1>
    <div class="columns">
      ${summary(account, session)}
      <section>
        <h2>Payment</h2>
        ${error && html`<p class="error" role="alert">${error}</p>`}
        <form method="post" action="/checkout/${session.id}">
          ${emailField(session, input)} ${choices('Card', 'card', cards, input.card)}
          ${taxFields(session, input)}
          <button class="main">${button}</button>
        </form>
      </section>
    </div>`;
  const status = error === '' ? 200 : 402;
  return { status, html: frame({ title: 'Checkout', body, wide: true }), leadsTo: origin(session) };
}

function emailField(session: Stripe.Checkout.Session, input: Input): Markup {
  const known = session.customer_details?.email;
  if (known) return html`<p class="soft">For ${known}</p>`;
  return field('Email', 'email', input.email, html`type="email" autocomplete="email" required`);
}

function taxFields(session: Stripe.Checkout.Session, input: Input): Markup | false {
  if (!session.tax_id_collection?.enabled) return false;
  const name = html`autocomplete="organization" maxlength="200"`;
  return html`${field('Business name (optional)', 'businessName', input.businessName, name)}
  ${field('Tax ID (optional)', 'taxId', input.taxId, html`autocomplete="off" maxlength="50"`)}`;
}

function summary(account: Account, session: Stripe.Checkout.Session): Markup {
  const { items } = kept(account, 'terms', session.id);
  const lines = items.map(({ price, quantity }) => ({ price: kept(account, 'price', price), quantity }));
  return html`<section>
    <h2>${lines.map(({ price }) => productName(account, price)).join(', ')}</h2>
    <p class="price">${dollars(session.amount_total ?? 0)} today</p>
    <p>${terms(account, session, lines)}</p>
    <dl>
      ${lines.map(
        ({ price, quantity }) =>
          html`<div>
            <dt>${quantity} × ${productName(account, price)}</dt>
            <dd>${dollars((price.unit_amount ?? 0) * quantity)} a ${price.recurring?.interval ?? 'month'}</dd>
          </div>`,
      )}
      <div class="total">
        <dt>Due today</dt>
        <dd>${dollars(session.amount_total ?? 0)}</dd>
      </div>
    </dl>
    ${
      session.cancel_url &&
      html`<p class="back"><a href="${returnAddress(session, session.cancel_url)}">Back to LeadPulse</a></p>`
    }
  </section>`;
}

/** `14 days free, then $197.00 a month` */
function terms(
  account: Account,
  session: Stripe.Checkout.Session,
  lines: { price: Stripe.Price; quantity: number }[],
): string {
  const cents = lines.reduce((sum, { price, quantity }) => sum + (price.unit_amount ?? 0) * quantity, 0);
  const each = `${dollars(cents)} a ${lines[0]?.price.recurring?.interval ?? 'month'}`;
  const { trialDays, trialEnd } = kept(account, 'terms', session.id);
  if (trialEnd === null && trialDays === null) return each;
  const now = nowFor(account, typeof session.customer === 'string' ? session.customer : undefined);
  const days = trialDays ?? Math.max(1, Math.round(((trialEnd ?? now) - now) / DAY));
  return `${days} ${days === 1 ? 'day' : 'days'} free, then ${each}`;
}
