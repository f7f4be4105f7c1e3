import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import { frame } from './frame.js';
import { day, dollars } from './words.js';
import { cardChoice, choices, confirmPage, messagePage, tag } from './parts.js';
import { PAY_WORDS, payOnPage } from './paying.js';
import type { PageAnswer } from './pageAnswer.js';

const inputSchema = z.object({
  card: z.enum(['saved', '4242', '0002', '3155']),
  confirm: z.enum(['pass', 'fail']).optional(),
});

const CARDS = [
  { value: 'saved', label: 'The card on file', says: 'The one that pays for the subscription' },
  cardChoice('4242'),
  cardChoice('0002'),
  cardChoice('3155'),
];

/** Stripe's page of one invoice: to read, to print, and to pay while it is open. */
export function showInvoice(account: Account, id: string, said = ''): PageAnswer {
  const invoice = account.store.get('invoice', id);
  if (!invoice || invoice.status === 'draft') {
    return { status: 404, html: messagePage('No such invoice', 'The address leads to no invoice.') };
  }
  const body = html`<h1>Invoice ${invoice.number}</h1>
    ${said && html`<p class="error" role="status">${said}</p>`}
    <section>
      ${facts(invoice)}
      <dl>
        ${invoice.lines.data.map(
          ({ description, amount }) =>
            html`<div>
              <dt>${description}</dt>
              <dd>${dollars(amount)}</dd>
            </div>`,
        )}
      </dl>
      ${sums(invoice)}
    </section>
    ${invoice.status === 'open' && payForm(invoice)}`;
  return { status: 200, html: frame({ title: `Invoice ${invoice.number ?? ''}`, body }) };
}

export function submitInvoice(account: Account, id: string, body: unknown): PageAnswer {
  const invoice = account.store.get('invoice', id);
  const parsed = inputSchema.safeParse(body);
  if (invoice?.status !== 'open' || !parsed.success) return showInvoice(account, id);
  const { card, confirm } = parsed.data;
  const outcome = payOnPage(account, invoice, card, confirm);
  if (outcome === 'confirm') {
    return { status: 200, html: confirmPage(`/invoice/${id}`, invoice.amount_remaining, { card }) };
  }
  return outcome === 'paid' ? { to: `/invoice/${id}` } : showInvoice(account, id, PAY_WORDS[outcome]);
}

function facts(invoice: Stripe.Invoice): Markup {
  return html`<dl>
    <div>
      <dt>State</dt>
      <dd>${tag(invoice.status ?? 'draft')}</dd>
    </div>
    <div>
      <dt>From</dt>
      <dd>LeadPulse</dd>
    </div>
    <div>
      <dt>To</dt>
      <dd>${invoice.customer_name ?? invoice.customer_email ?? 'A customer'}</dd>
    </div>
    <div>
      <dt>Date</dt>
      <dd>${day(invoice.created)}</dd>
    </div>
  </dl>`;
}

function sums(invoice: Stripe.Invoice): Markup {
  const credit = invoice.amount_due - invoice.total;
  const row = (label: string, cents: number, kind = ''): Markup =>
    html`<div class="${kind}">
      <dt>${label}</dt>
      <dd>${dollars(cents)}</dd>
    </div>`;
  return html`<dl>
    ${row('Total', invoice.total, 'total')}
    ${credit !== 0 && row(invoice.total < 0 ? 'Kept as credit' : 'From the balance', credit)}
    ${row('Paid', invoice.amount_paid)} ${row('Due', invoice.amount_remaining, 'total')}
  </dl>`;
}

function payForm(invoice: Stripe.Invoice): Markup {
  return html`<section>
    <h2>Pay this invoice</h2>
    <form method="post" action="/invoice/${invoice.id}">
      ${choices('Card', 'card', CARDS)}
      <button class="main">Pay ${dollars(invoice.amount_remaining)}</button>
    </form>
  </section>`;
}
