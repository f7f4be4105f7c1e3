import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import { DEMO_VOICE_NUMBER } from '../demo.js';
import { headerOf, mailsOf, rawOf } from '../mails.js';
import type { GoogleStore, KeptMail } from '../store.js';
import { frame } from './frame.js';

const MAIL_FIELDS = html`<label class="field"
    ><span>Subject</span><input name="subject" value="The flat"
  /></label>
  <label class="field"><span>Mail</span><input name="body" required autocomplete="off" /></label>`;

const SHOWN = 40;

export function homePage(store: GoogleStore): string {
  return frame({
    title: 'Mailboxes',
    body: html`<h1>Play the lead’s side</h1>
      <p>In LeadPulse: Accounts, Add account, Gmail. Then open the mailbox here and write to it as a lead.</p>
      <ul class="list">
        ${store.all('mailbox').map(({ id }) => html`<li><a href="${hrefOf(id)}">${id}</a></li>`)}
      </ul>`,
  });
}

function hrefOf(address: string): string {
  return `/mailbox?address=${encodeURIComponent(address)}`;
}

/** One mailbox: what came and went, and two forms to write to it, by mail and by a text to its number of Google Voice. */
export function mailboxPage(store: GoogleStore, address: string): string {
  return frame({
    title: address,
    body: html`<p class="back"><a href="/">All mailboxes</a></p>
      <h1>${address}</h1>
      <section>
        <ol
          class="thread"
          id="thread"
          aria-label="Mails"
          data-from="/mails?address=${encodeURIComponent(address)}"
        >
          ${bubbles(mailsOf(store, address))}
        </ol>
      </section>
      <section>
        <h2>Write to it as a lead</h2>
        ${mailForm(address, store)}
      </section>
      <section>
        <h2>Write from it, as if in Gmail itself</h2>
        ${ownForm(address)}
      </section>
      <section>
        <h2>Text its Google Voice number</h2>
        ${voiceForm(address)}
      </section>
      <script src="/mailbox.js"></script>`,
  });
}

function mailForm(address: string, store: GoogleStore): Markup {
  const sent = mailsOf(store, address).filter(({ labels }) => labels.includes('SENT'));
  return html`<form method="post" action="/mail">
    <input type="hidden" name="to" value="${address}" />
    <label class="field"
      ><span>From</span><input name="from" type="email" value="jo@lead.example" required
    /></label>
    <label class="field">
      <span>Answers</span>
      <select name="answers">
        <option value="">nothing</option>
        ${sent.reverse().map((mail) => html`<option value="${mail.id}">${headerOf(rawOf(mail), 'Subject')}</option>`)}
      </select>
    </label>
    ${MAIL_FIELDS}
    <p class="row"><button class="main grow">Send mail</button></p>
  </form>`;
}

function ownForm(address: string): Markup {
  return html`<form method="post" action="/write">
    <input type="hidden" name="from" value="${address}" />
    <label class="field"
      ><span>To</span><input name="to" type="email" value="jo@lead.example" required
    /></label>
    ${MAIL_FIELDS}
    <p class="row"><button class="main grow">Send from Gmail</button></p>
  </form>`;
}

function voiceForm(address: string): Markup {
  return html`<form method="post" action="/voice">
    <input type="hidden" name="to" value="${address}" />
    <label class="field"
      ><span>Phone</span><input name="from" type="tel" value="+14155550199" required
    /></label>
    <label class="field">
      <span>Google Voice number</span><input name="number" type="tel" value="${DEMO_VOICE_NUMBER}" required />
    </label>
    <label class="field"><span>Text</span><input name="body" required autocomplete="off" /></label>
    <p class="row">
      <button class="main grow" name="act" value="text">Send text</button>
      <button name="act" value="forge">Forge one</button>
    </p>
  </form>`;
}

export function mailsFragment(store: GoogleStore, address: string): string {
  return html`${bubbles(mailsOf(store, address))}`.text;
}

function bubbles(mails: KeptMail[]): Markup[] {
  if (mails.length === 0) return [html`<li class="soft">Nothing yet.</li>`];
  return mails.slice(-SHOWN).map((mail) => {
    const raw = rawOf(mail);
    const isOut = mail.labels.includes('SENT');
    return html`<li class="${isOut ? 'theirs' : 'mine'}">
      <span class="soft small"
        >${isOut ? `sent to ${headerOf(raw, 'To')}` : `from ${headerOf(raw, 'From')}`}</span
      >
      <strong>${headerOf(raw, 'Subject')}</strong>
      <span class="text">${wordsOf(raw)}</span>
    </li>`;
  });
}

/** The first lines of the body, whatever its parts. */
function wordsOf(raw: string): string {
  const [, ...rest] = raw.split(/\r?\n\r?\n/);
  return rest
    .join('\n')
    .replace(/^Content-.*$/gim, '')
    .trim()
    .slice(0, 300);
}
