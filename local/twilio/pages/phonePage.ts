import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import type { TwilioMessage, TwilioNumber, TwilioStore } from '../store.js';
import { DEMO_TWILIO } from '../demo.js';
import { frame } from './frame.js';

/** A number that is nobody's. */
const FIRST_PHONE = '+12025550123';

/** Where one chooses whose phone to hold, and finds what connects the demo account. */
export function homePage(store: TwilioStore): string {
  const phones = [...new Set(store.all('message').map(phoneOf))].reverse().slice(0, 20);
  return frame({
    title: 'Phones',
    body: html`<h1>Play the lead’s side</h1>
      <section>
        <h2>Hold a phone</h2>
        <form method="get" action="/phone">
          <label class="field">
            <span>Its number</span>
            <input
              name="number"
              type="tel"
              value="${phones[0] ?? FIRST_PHONE}"
              required
              pattern="\\+[1-9][0-9]{6,14}"
            />
          </label>
          <button class="main">Open this phone</button>
        </form>
        ${phones.length > 0 && html`<p class="soft small">Phones that have texted or been texted:</p>`}
        <ul class="list">
          ${phones.map((phone) => html`<li><a href="${hrefOf(phone)}">${phone}</a></li>`)}
        </ul>
      </section>
      <section>
        <h2>The demo account</h2>
        <p>In LeadPulse: Accounts, Add account, Twilio. Then these, and one of the numbers.</p>
        <dl>
          <div>
            <dt>Account SID</dt>
            <dd class="id">${DEMO_TWILIO.accountSid}</dd>
          </div>
          <div>
            <dt>Auth Token</dt>
            <dd class="id">${DEMO_TWILIO.authToken}</dd>
          </div>
          ${numbersOf(store).map(
            (number) =>
              html`<div>
                <dt>${number.number}</dt>
                <dd>${leadsTo(number)}</dd>
              </div>`,
          )}
        </dl>
        <p class="soft small">
          A text to +1 500 555 3034 is not delivered for want of a 10DLC registration (30034), to …3003
          because the phone is off, and so on for the other errors from 30000. +1 500 555 0001 is no valid
          number, …0009 is a landline.
        </p>
      </section>`,
  });
}

export function phonePage(store: TwilioStore, phone: string): string {
  const connected = numbersOf(store).filter(({ smsUrl }) => smsUrl.includes('/hooks/twilio/'));
  const thread = threadOf(store, phone);
  const last = thread.at(-1);
  const theirs = last && (last.from === phone ? last.to : last.from);
  return frame({
    title: `Phone ${phone}`,
    body: html`<p class="back"><a href="/">All phones</a></p>
      <h1>The phone of ${phone}</h1>
      <section>
        <ol
          class="thread"
          id="thread"
          aria-label="Texts"
          data-from="${`/thread?number=${encodeURIComponent(phone)}`}"
        >
          ${bubbles(thread, phone)}
        </ol>
        ${
          connected.length === 0
            ? html`<p class="error">No number of Twilio is connected yet, so nobody reads what you write.</p>`
            : writeForm(phone, connected, theirs)
        }
      </section>
      <script src="/phone.js"></script>`,
  });
}

function writeForm(phone: string, numbers: TwilioNumber[], theirs: string | undefined): Markup {
  return html`<form method="post" action="/phone">
    <input type="hidden" name="from" value="${phone}" />
    <label class="field">
      <span>To</span>
      <select name="to">
        ${numbers.map(
          ({ number }) => html`<option ${number === theirs && html`selected`}>${number}</option>`,
        )}
      </select>
    </label>
    <label class="field"> <span>Text</span><input name="body" autocomplete="off" autofocus /> </label>
    <p class="row">
      <button class="main grow" name="act" value="text">Send text</button>
      <button name="act" value="picture">Send a picture</button>
      <button name="act" value="STOP">STOP</button>
      <button name="act" value="START">START</button>
      <button name="act" value="HELP">HELP</button>
    </p>
  </form>`;
}

/** The texts of a phone, to be put in place anew while the page is open. */
export function threadFragment(store: TwilioStore, phone: string): string {
  return html`${bubbles(threadOf(store, phone), phone)}`.text;
}

function bubbles(thread: TwilioMessage[], phone: string): Markup[] {
  if (thread.length === 0) return [html`<li class="soft">Nothing yet.</li>`];
  return thread.map(
    ({ from, to, body, media, status, errorCode }) =>
      html`<li class="${from === phone ? 'mine' : 'theirs'}">
        <span class="soft small"
          >${from === phone ? `to ${to}` : `from ${from}`}${state(status, errorCode)}</span
        >
        <span class="text">${body}</span>
        ${media.map((sid) => html`<img src="/media/${sid}" alt="A picture" width="96" height="64" />`)}
      </li>`,
  );
}

function state(status: string, errorCode: number | null): string {
  return errorCode === null ? (status === 'received' ? '' : `, ${status}`) : `, ${status}: ${errorCode}`;
}

/** What never arrived does not show on a phone, but here it says why. */
function threadOf(store: TwilioStore, phone: string): TwilioMessage[] {
  return store.all('message').filter(({ from, to }) => from === phone || to === phone);
}

function phoneOf({ direction, from, to }: TwilioMessage): string {
  return direction === 'inbound' ? from : to;
}

function numbersOf(store: TwilioStore): TwilioNumber[] {
  return store.all('number').filter(({ accountSid }) => accountSid === DEMO_TWILIO.accountSid);
}

function leadsTo({ canText, smsUrl }: TwilioNumber): string {
  if (!canText) return 'calls only';
  return smsUrl.includes('/hooks/twilio/') ? 'connected' : 'free';
}

function hrefOf(phone: string): string {
  return `/phone?number=${encodeURIComponent(phone)}`;
}
