import type Stripe from 'stripe';
import type { Account } from '../account.js';
import type { TestCard } from '../objects/card.js';
import { TEST_CARDS } from '../objects/card.js';
import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import { frame } from './frame.js';
import { day, dollars } from './words.js';

export interface Choice {
  value: string;
  label: string;
  says: string;
}

export function cardChoice(last4: TestCard): Choice {
  return { value: last4, label: `Test card ending in ${last4}`, says: TEST_CARDS[last4].says };
}

/** One of a few; the first one unless another was chosen before. */
export function choices(legend: string, name: string, options: Choice[], chosen = options[0]?.value): Markup {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(
      ({ value, label, says }) =>
        html`<label class="choice">
          <input type="radio" name="${name}" value="${value}" ${value === chosen && html`checked`} required />
          <span>${label}<span class="soft small">${says}</span></span>
        </label>`,
    )}
  </fieldset>`;
}

export function field(label: string, name: string, value: string, attributes: Markup): Markup {
  return html`<label class="field">
    <span>${label}</span><input name="${name}" value="${value}" ${attributes} />
  </label>`;
}

/** A button that is a form of its own. */
export function press(to: string, label: string, fields: Record<string, string>, description = ''): Markup {
  return html`<form method="post" action="${to}">
    ${hidden(fields)}<button ${description && html`aria-label="${description}"`}>${label}</button>
  </form>`;
}

function hidden(fields: Record<string, string>): Markup[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}

/** Where the customer's bank would ask; what was entered before comes along. */
export function confirmPage(to: string, amountCents: number, fields: Record<string, string>): string {
  return frame({
    title: 'Confirm the payment',
    body: html`<h1>Your bank asks you to confirm</h1>
      <section>
        <p>
          ${
            amountCents > 0
              ? html`LeadPulse asks for <strong>${dollars(amountCents)}</strong>.`
              : 'LeadPulse wants to charge this card later.'
          }
          With a real card your bank would ask you here.
        </p>
        <form method="post" action="${to}">
          ${hidden(fields)}
          <p><button class="main" name="confirm" value="pass">Confirm</button></p>
          <button name="confirm" value="fail">Do not confirm</button>
        </form>
      </section>`,
  });
}

export function messagePage(title: string, says: string, link?: { href: string; label: string }): string {
  return frame({
    title,
    body: html`<h1>${title}</h1>
      <section>
        <p>${says}</p>
        ${link && html`<p><a href="${link.href}">${link.label}</a></p>`}
      </section>`,
  });
}

const GOOD = new Set(['active', 'trialing', 'paid', 'complete', 'delivered']);
const BAD = new Set(['past_due', 'unpaid', 'canceled', 'paused', 'open', 'failed', 'incomplete', 'void']);

export function tag(word: string): Markup {
  const kind = GOOD.has(word) ? 'good' : BAD.has(word) ? 'bad' : '';
  return html`<span class="tag ${kind}">${word.replaceAll('_', ' ')}</span>`;
}

/** `Growth, $197.00 a month` */
export function itemText(account: Account, { price, quantity }: Stripe.SubscriptionItem): string {
  const cents = (price.unit_amount ?? 0) * (quantity ?? 1);
  return `${productName(account, price)}, ${dollars(cents)} a ${price.recurring?.interval ?? 'month'}`;
}

export function productName({ store }: Account, price: Stripe.Price): string {
  return store.get('product', price.product as string)?.name ?? 'A product';
}

/** What comes next for a subscription, in a sentence. */
export function outlook({
  status,
  cancel_at: cancelAt,
  ended_at: endedAt,
  items,
}: Stripe.Subscription): string {
  if (endedAt !== null) return `Ended on ${day(endedAt)}`;
  if (cancelAt !== null) return `Ends on ${day(cancelAt)}`;
  const end = day(items.data[0]?.current_period_end ?? 0);
  if (status === 'active') return `Renews on ${end}`;
  if (status === 'trialing') return `Free until ${end}, then it is charged`;
  if (status === 'paused') return 'Paused: the trial ended without a card';
  return status === 'incomplete' ? 'Its first payment is open' : 'A payment has failed';
}
