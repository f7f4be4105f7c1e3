import type { Markup } from '../../standIn/markup.js';
import { html } from '../../standIn/markup.js';
import { DEMO_CLIENT, newId } from '../demo.js';
import { frame } from '../pages/frame.js';
import type { Code, GoogleStore } from '../store.js';

/** What each scope is called on Google's page; those that are not here are always given. */
const SAID: Record<string, string> = {
  'https://www.googleapis.com/auth/gmail.send': 'Send email on your behalf',
  'https://www.googleapis.com/auth/gmail.readonly': 'View your email messages and settings',
};

/** What stands in the way of asking anybody; null: nothing. */
function faultOf(query: URLSearchParams): string | null {
  if (query.get('client_id') !== DEMO_CLIENT.id) return 'invalid_client';
  if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+\/connect\/google$/.test(query.get('redirect_uri') ?? '')) {
    return 'redirect_uri_mismatch';
  }
  const isPkce = query.get('code_challenge_method') === 'S256' && query.get('code_challenge');
  return query.get('response_type') === 'code' && isPkce ? null : 'invalid_request';
}

/** Google's page: whose mailbox, and a box for each thing that is asked. */
export function consentPage(store: GoogleStore, query: URLSearchParams): string {
  const fault = faultOf(query);
  if (fault !== null)
    return frame({
      title: 'Error',
      body: html`<h1>Access blocked</h1>
        <p>Error 400: ${fault}</p>`,
    });
  const hint = query.get('login_hint') ?? '';
  const mailboxes = store.all('mailbox').map(({ id }) => id);
  const scopes = (query.get('scope') ?? '').split(' ').filter((scope) => scope in SAID);
  return frame({
    title: 'Sign in',
    body: html`<h1>LeadPulse wants access to your Google Account</h1>
      <form method="post" action="/consent">
        ${[...query].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <label class="field">
          <span>Google Account</span>
          <input
            name="mailbox"
            type="email"
            list="mailboxes"
            required
            value="${hint || (mailboxes[0] ?? '')}"
          />
        </label>
        <datalist id="mailboxes">${mailboxes.map((id) => html`<option value="${id}"></option>`)}</datalist>
        <p>Select what LeadPulse can access</p>
        ${scopes.map(box)}
        <p class="row">
          <button class="main grow" name="act" value="allow">Continue</button>
          <button name="act" value="deny">Cancel</button>
        </p>
      </form>`,
  });
}

function box(scope: string): Markup {
  return html`<p>
    <label><input type="checkbox" name="granted" value="${scope}" checked /> ${SAID[scope]}</label>
  </p>`;
}

/** Where the page leads when somebody has chosen. */
export function consented(store: GoogleStore, form: URLSearchParams): string {
  const back = new URL(form.get('redirect_uri') ?? '');
  back.searchParams.set('state', form.get('state') ?? '');
  if (faultOf(form) !== null || form.get('act') !== 'allow') {
    back.searchParams.set('error', 'access_denied');
    return back.href;
  }
  const code = grantCode(store, form);
  back.searchParams.set('code', code.id);
  back.searchParams.set('scope', code.scopes.join(' '));
  return back.href;
}

function grantCode(store: GoogleStore, form: URLSearchParams): Code {
  const said = (name: string): string => form.get(name) ?? '';
  const mailbox = said('mailbox').toLowerCase();
  const granted = form.getAll('granted');
  const given = said('scope')
    .split(' ')
    .filter((scope) => !(scope in SAID) || granted.includes(scope));
  const before = store.all('grant').filter((grant) => grant.mailbox === mailbox);
  const known = said('include_granted_scopes') === 'true' ? before.flatMap(({ scopes }) => scopes) : [];
  return store.put('code', {
    id: `4/${newId(20)}`,
    mailbox,
    scopes: [...new Set([...given, ...known])],
    nonce: said('nonce'),
    challenge: said('code_challenge'),
    redirectUri: said('redirect_uri'),
    isUsed: false,
  });
}
