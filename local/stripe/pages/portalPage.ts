import type Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.js';
import { kept, nowFor } from '../account.js';
import { cardOf, changeSubscription, invoicesOf, subscriptionsOf } from '../engine/change.js';
import { cancelingAtPeriodEnd, isOver } from '../engine/lifecycle.js';
import { resumeSubscription } from '../engine/start.js';
import { setCard } from '../control/actions.js';
import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import { frame } from './frame.js';
import { day, dollars } from './words.js';
import { cardChoice, choices, confirmPage, itemText, messagePage, outlook, press, tag } from './parts.js';
import { PAY_WORDS, payOnPage } from './paying.js';
import type { PageAnswer } from './pageAnswer.js';

const inputSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('card'), card: z.enum(['4242', '0341', '3184']) }),
  z.object({ act: z.literal('cancel'), subscription: z.string() }),
  z.object({ act: z.literal('keep'), subscription: z.string() }),
  z.object({ act: z.literal('resume'), subscription: z.string() }),
  z.object({ act: z.literal('pay'), invoice: z.string(), confirm: z.enum(['pass', 'fail']).optional() }),
]);
type Input = z.infer<typeof inputSchema>;

const CARD_NAMES = { '4242': 'good', '0341': 'declined', '3184': 'needs_authentication' } as const;

/** Stripe's customer portal: the subscription, its card and its invoices. */
export function showPortal(account: Account, id: string, said = ''): PageAnswer {
  const portal = account.store.get('portal', id);
  const customer = portal && account.store.get('customer', portal.customer);
  if (!portal || !customer) {
    return { status: 404, html: messagePage('No such portal', 'The address leads nowhere. Begin again.') };
  }
  const subscriptions = subscriptionsOf(account, customer.id).reverse();
  const body = html`<h1>Billing of ${customer.name ?? customer.email ?? 'a customer'}</h1>
    ${said && html`<p class="error" role="status">${said}</p>`}
    ${subscriptions.map((subscription) => subscriptionPart(account, portal.url, subscription))}
    ${subscriptions.length === 0 && html`<section><p>There is no subscription.</p></section>`}
    ${cardPart(account, portal.url, customer, subscriptions)}
    ${invoicesPart(account, portal.url, subscriptions)}
    ${portal.return_url && html`<p class="back"><a href="${portal.return_url}">Back to LeadPulse</a></p>`}`;
  return { status: 200, html: frame({ title: 'Billing', body }) };
}

export function submitPortal(account: Account, id: string, body: unknown): PageAnswer {
  const portal = account.store.get('portal', id);
  const parsed = inputSchema.safeParse(body);
  if (!portal || !parsed.success) return showPortal(account, id);
  const input = parsed.data;
  if (input.act === 'card') {
    setCard(account, { customer: portal.customer, card: CARD_NAMES[input.card] });
  } else if (input.act === 'pay') {
    return pay(account, portal, input);
  } else {
    changePlan(account, portal.customer, input);
  }
  return { to: `/portal/${id}` };
}

function changePlan(
  account: Account,
  customer: string,
  { act, subscription: id }: Extract<Input, { subscription: string }>,
): void {
  const subscription = account.store.get('subscription', id);
  if (subscription?.customer !== customer || isOver(subscription)) return;
  const at = nowFor(account, customer);
  if (act === 'resume') {
    if (subscription.status === 'paused') resumeSubscription(account, subscription, true, at);
  } else {
    changeSubscription(account, cancelingAtPeriodEnd(subscription, act === 'cancel', at), at);
  }
}

function pay(
  account: Account,
  portal: Stripe.BillingPortal.Session,
  { invoice: id, confirm }: Extract<Input, { invoice: string }>,
): PageAnswer {
  const invoice = account.store.get('invoice', id);
  if (invoice?.customer !== portal.customer || invoice.status !== 'open')
    return { to: `/portal/${portal.id}` };
  const outcome = payOnPage(account, invoice, 'saved', confirm);
  if (outcome === 'confirm') {
    const fields = { act: 'pay', invoice: id };
    return { status: 200, html: confirmPage(`/portal/${portal.id}`, invoice.amount_remaining, fields) };
  }
  return outcome === 'paid'
    ? { to: `/portal/${portal.id}` }
    : showPortal(account, portal.id, PAY_WORDS[outcome]);
}

function subscriptionPart(account: Account, to: string, subscription: Stripe.Subscription): Markup {
  const { id, status } = subscription;
  const names = subscription.items.data.map((item) => itemText(account, item)).join(', ');
  const buttons = isOver(subscription)
    ? []
    : [
        subscription.cancel_at === null
          ? press(to, 'Cancel at the end of the period', { act: 'cancel', subscription: id })
          : press(to, 'Do not cancel', { act: 'keep', subscription: id }),
        status === 'paused' && press(to, 'Resume and pay', { act: 'resume', subscription: id }),
      ];
  return html`<section>
    <div class="row between">
      <h2>${names}</h2>
      ${tag(status)}
    </div>
    <p>${outlook(subscription)}</p>
    <div class="row">${buttons}</div>
  </section>`;
}

function cardPart(
  account: Account,
  to: string,
  customer: Stripe.Customer,
  subscriptions: Stripe.Subscription[],
): Markup {
  const live = subscriptions.find((subscription) => !isOver(subscription));
  const own = customer.invoice_settings.default_payment_method;
  const card = live
    ? cardOf(account, live)
    : typeof own === 'string'
      ? kept(account, 'card', own)
      : undefined;
  const says = card?.card
    ? `Pays with the test card ending in ${card.card.last4}.`
    : 'There is no card on file.';
  return html`<section>
    <h2>Card</h2>
    <p>${says}</p>
    <form method="post" action="${to}">
      <input type="hidden" name="act" value="card" />
      ${choices('Pay with another card', 'card', (['4242', '0341', '3184'] as const).map(cardChoice))}
      <button>Use this card</button>
    </form>
  </section>`;
}

function invoicesPart(account: Account, to: string, subscriptions: Stripe.Subscription[]): Markup {
  const invoices = subscriptions
    .flatMap(({ id }) => invoicesOf(account, id))
    .filter(({ status }) => status !== 'draft')
    .sort((a, b) => b.created - a.created);
  return html`<section>
    <h2>Invoices</h2>
    ${invoices.length === 0 && html`<p>There are none yet.</p>`}
    <ul class="list">
      ${invoices.map(
        (invoice) =>
          html`<li class="row between">
            <div>
              <p><a href="/invoice/${invoice.id}">${invoice.number}</a> ${tag(invoice.status ?? '')}</p>
              <p class="soft small">${day(invoice.created)}, ${dollars(invoice.total)}</p>
            </div>
            ${
              invoice.status === 'open' &&
              press(
                to,
                `Pay ${dollars(invoice.amount_remaining)}`,
                { act: 'pay', invoice: invoice.id },
                `Pay ${dollars(invoice.amount_remaining)} of invoice ${invoice.number ?? ''}`,
              )
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
