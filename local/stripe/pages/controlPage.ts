import type Stripe from 'stripe';
import { z } from 'zod';
import { kept, nowFor } from '../account.js';
import type { Backstage } from '../control/actions.js';
import { advance, NotThere, raiseDispute, setCard } from '../control/actions.js';
import { cardOf, subscriptionsOf } from '../engine/change.js';
import { isOver } from '../engine/lifecycle.js';
import { nextBilling } from '../engine/run.js';
import type { Delivery } from '../events/deliveries.js';
import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import { frame } from './frame.js';
import { day, moment } from './words.js';
import { itemText, outlook, press, tag } from './parts.js';
import type { PageAnswer } from './pageAnswer.js';

const SHOWN_CUSTOMERS = 30;
const SHOWN_EVENTS = 25;

const inputSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('days'),
    days: z.coerce.number().int().min(1).max(366),
    customer: z.string().optional(),
  }),
  z.object({ act: z.literal('next'), customer: z.string().optional() }),
  z.object({ act: z.literal('hold') }),
  z.object({ act: z.literal('release') }),
  z.object({ act: z.literal('send'), id: z.string() }),
  z.object({
    act: z.literal('card'),
    customer: z.string(),
    card: z.enum(['good', 'declined', 'needs_authentication']),
  }),
  z.object({ act: z.literal('dispute'), customer: z.string() }),
]);
type Input = z.infer<typeof inputSchema>;

/** The page behind the scenes: time, customers, and what became of each event. */
export function showControl(stage: Backstage, said = ''): PageAnswer {
  const body = html`<h1>Payments behind the scenes</h1>
    ${said && html`<p class="error" role="status">${said}</p>`} ${clockPart(stage)}
    <div class="columns">${customersPart(stage)} ${eventsPart(stage)}</div>`;
  return { status: 200, html: frame({ title: 'Behind the scenes', body, wide: true }) };
}

export async function submitControl(stage: Backstage, body: unknown): Promise<PageAnswer> {
  const parsed = inputSchema.safeParse(body);
  if (!parsed.success) return showControl(stage, 'That was not understood.');
  try {
    await act(stage, parsed.data);
    return { to: '/' };
  } catch (error) {
    if (error instanceof NotThere) return showControl(stage, error.message);
    throw error;
  }
}

async function act(stage: Backstage, input: Input): Promise<void> {
  const { account, deliveries } = stage;
  switch (input.act) {
    case 'days':
      advance(account, { days: input.days, ...whose(input) });
      break;
    case 'next':
      advance(account, { nextBilling: true, ...whose(input) });
      break;
    case 'hold':
      deliveries.hold();
      break;
    case 'release':
      deliveries.release();
      break;
    case 'send':
      if (account.store.get('event', input.id)) await deliveries.send(input.id);
      break;
    case 'card':
      setCard(account, input);
      break;
    case 'dispute':
      raiseDispute(account, input.customer);
      break;
  }
}

function whose({ customer }: { customer?: string | undefined }): { customer?: string } {
  return customer === undefined ? {} : { customer };
}

function clockPart({ account }: Backstage): Markup {
  const now = nowFor(account);
  const ahead = now - account.realNow();
  const next = nextBilling(account);
  return html`<section>
    <h2>Clock</h2>
    <p>
      <strong>${moment(now)}</strong> UTC<span class="soft"
        >, ${ahead === 0 ? 'real time' : `${aheadText(ahead)} ahead of real time`}</span
      >
    </p>
    <div class="row">
      ${[1, 3, 7].map((days) =>
        press('/', `+${days} ${days === 1 ? 'day' : 'days'}`, { act: 'days', days: String(days) }),
      )}
      ${next && press('/', 'To the next billing', { act: 'next' }, `To the next billing, ${day(next.at)}`)}
    </div>
    <p class="soft small">
      ${next ? `Next: a trial or period ends on ${day(next.at)}.` : 'No trial ends and no period renews.'}
      Time goes forward only; <span class="id">npm start -- --fresh</span> begins anew.
    </p>
  </section>`;
}

function aheadText(seconds: number): string {
  const hours = Math.round(seconds / 3600);
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${count(Math.floor(hours / 24), 'day')} and ${count(hours % 24, 'hour')}`;
}

function customersPart(stage: Backstage): Markup {
  const all = stage.account.store.all('customer').reverse();
  return html`<section>
    <h2>Customers</h2>
    ${all.length === 0 && html`<p>None yet. Choose a plan in LeadPulse to make the first one.</p>`}
    <ul class="list">
      ${all.slice(0, SHOWN_CUSTOMERS).map((customer) => customerItem(stage, customer))}
    </ul>
    ${all.length > SHOWN_CUSTOMERS && html`<p class="soft">And ${all.length - SHOWN_CUSTOMERS} older ones.</p>`}
  </section>`;
}

function customerItem({ account }: Backstage, customer: Stripe.Customer): Markup {
  const { id } = customer;
  const name = customer.name ?? customer.email ?? id;
  const subscriptions = subscriptionsOf(account, id).reverse();
  const hasPaid = account.store.all('charge').some((charge) => charge.customer === id && charge.paid);
  const button = (label: string, fields: Record<string, string>): Markup =>
    press('/', label, { ...fields, customer: id }, `${label}: ${name}`);
  const isLive = subscriptions.some((subscription) => !isOver(subscription));
  return html`<li>
    <h3>${name}</h3>
    <p class="id soft">${id}</p>
    ${subscriptions.map(
      (subscription) =>
        html`<p>
          ${tag(subscription.status)}
          ${subscription.items.data.map((item) => itemText(account, item)).join(', ')}
          <span class="soft small">${outlook(subscription)}. ${cardText(cardOf(account, subscription))}</span>
        </p>`,
    )}
    ${subscriptions.length === 0 && html`<p class="soft small">No subscription</p>`}
    ${timeText(nowFor(account, id) - nowFor(account))}
    <details>
      <summary>Do something<span class="soft"> with ${name}</span></summary>
      <div class="row">
        ${button('Give a good card', { act: 'card', card: 'good' })}
        ${button('Give a card that fails', { act: 'card', card: 'declined' })}
        ${button('Give a card that asks', { act: 'card', card: 'needs_authentication' })}
        ${hasPaid && button('Dispute the last payment', { act: 'dispute' })}
        ${button('+1 day', { act: 'days', days: '1' })}
        ${isLive && button('To the next billing', { act: 'next' })}
      </div>
    </details>
  </li>`;
}

function cardText(card: Stripe.PaymentMethod | undefined): string {
  return card?.card ? `Card ${card.card.last4}.` : 'No card.';
}

function timeText(ahead: number): Markup | false {
  return ahead !== 0 && html`<p class="soft small">Is ${aheadText(ahead)} ahead of the others.</p>`;
}

function eventsPart({ account, deliveries: { isHolding } }: Backstage): Markup {
  const deliveries = account.store.all('delivery').reverse();
  return html`<section>
    <div class="row between">
      <h2>Events</h2>
      ${
        isHolding
          ? press('/', 'Release', { act: 'release' }, 'Release the events that are held')
          : press('/', 'Hold', { act: 'hold' }, 'Hold events from now on')
      }
    </div>
    ${isHolding && html`<p>Events are held back. They go out when they are released.</p>`}
    ${deliveries.length === 0 && html`<p>None yet.</p>`}
    <ol class="list">
      ${deliveries.slice(0, SHOWN_EVENTS).map((delivery) => eventItem(delivery, kept(account, 'event', delivery.id)))}
    </ol>
    ${
      deliveries.length > SHOWN_EVENTS &&
      html`<p class="soft">And ${deliveries.length - SHOWN_EVENTS} older ones.</p>`
    }
  </section>`;
}

function eventItem(delivery: Delivery, event: Stripe.Event): Markup {
  const last = delivery.attempts.at(-1);
  const answer =
    last === undefined ? 'not sent yet' : last.status === null ? 'no answer' : `answered ${last.status}`;
  const { id } = event.data.object as { id: string };
  const word = last === undefined ? 'Send' : 'Send again';
  return html`<li class="row between">
    <div class="grow">
      <h3>${breakable(event.type)}</h3>
      <p class="soft small">${moment(event.created)}, ${delivery.attempts.length} × sent, ${answer}</p>
      <p class="id soft">${id}</p>
    </div>
    <div class="row">
      ${tag(delivery.state)} ${press('/', word, { act: 'send', id: event.id }, `${word}: ${event.type}`)}
    </div>
  </li>`;
}

/** A long name may break after its dots and lines. */
function breakable(name: string): Markup[] {
  return name.split(/(?<=[._])/).map((part) => html`${part}<wbr />`);
}
