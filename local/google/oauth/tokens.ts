import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, sendJson } from '../../stripe/wire/http.js';
import type { Backstage } from '../api/answer.js';
import { DEMO_CLIENT, newId } from '../demo.js';
import type { Code, GoogleStore, Grant } from '../store.js';

const TOKEN_S = 3599;

interface Answer {
  status: number;
  body: object;
}

/** `/token` and `/revoke`, as RFC 6749, 7636 and 7009 and Google's own pages have them. */
export async function answerTokens(
  { store, weather }: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = new URLSearchParams(await bodyOf(request));
  const path = request.url ?? '';
  const named = form.get('token') ?? form.get('refresh_token') ?? '';
  const { mailbox } = grantOf(store, named) ?? store.get('code', form.get('code') ?? '') ?? {};
  const failure = weather.failureFor('POST', path, mailbox);
  weather.count(`POST ${path} ${form.get('grant_type') ?? ''}`.trim());
  if (failure) {
    sendJson(response, failure.status, { error: 'internal_failure' });
    return;
  }
  const { status, body } = path.startsWith('/revoke') ? revoke(store, form) : trade(store, form);
  sendJson(response, status, body);
}

function trade(store: GoogleStore, form: URLSearchParams): Answer {
  const isClient =
    form.get('client_id') === DEMO_CLIENT.id && form.get('client_secret') === DEMO_CLIENT.secret;
  if (!isClient) return refuse('invalid_client', 401);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return tradeCode(store, form);
    case 'refresh_token':
      return refresh(store, form.get('refresh_token') ?? '');
    default:
      return refuse('unsupported_grant_type');
  }
}

function tradeCode(store: GoogleStore, form: URLSearchParams): Answer {
  const code = store.get('code', form.get('code') ?? '');
  const verifier = form.get('code_verifier') ?? '';
  const isProven =
    code?.isUsed === false &&
    code.redirectUri === form.get('redirect_uri') &&
    code.challenge === createHash('sha256').update(verifier).digest('base64url');
  if (!isProven) return refuse('invalid_grant');
  store.put('code', { ...code, isUsed: true });
  const grant = store.put('grant', { id: `1//${newId(20)}`, mailbox: code.mailbox, scopes: code.scopes });
  return ok({
    ...accessFor(store, grant.id),
    refresh_token: grant.id,
    scope: code.scopes.join(' '),
    id_token: idToken(code),
  });
}

function refresh(store: GoogleStore, refreshToken: string): Answer {
  const grant = store.get('grant', refreshToken);
  if (!grant) return refuse('invalid_grant');
  return ok({ ...accessFor(store, grant.id), scope: grant.scopes.join(' ') });
}

function accessFor(store: GoogleStore, grant: string): object {
  const { id } = store.put('token', {
    id: `ya29.${newId(20)}`,
    grant,
    endsAtMs: Date.now() + TOKEN_S * 1000,
  });
  return { access_token: id, expires_in: TOKEN_S, token_type: 'Bearer' };
}

function revoke(store: GoogleStore, form: URLSearchParams): Answer {
  const grant = grantOf(store, form.get('token') ?? '');
  if (!grant) return refuse('invalid_token');
  endGrants(store, grant.mailbox);
  return ok({});
}

/** What a token of either kind stands for. */
function grantOf(store: GoogleStore, token: string): Grant | undefined {
  return store.get('grant', store.get('token', token)?.grant ?? token);
}

/** A mailbox has one consent for a client, whatever tokens there are: revoking one ends them all. */
export function endGrants(store: GoogleStore, mailbox: string): void {
  for (const { id } of store.all('grant').filter((each) => each.mailbox === mailbox))
    store.remove('grant', id);
}

/** Not signed: who gets it straight from Google need not check that. */
function idToken({ mailbox, nonce }: Code): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://accounts.google.com',
    aud: DEMO_CLIENT.id,
    sub: createHash('sha256').update(mailbox).digest('hex').slice(0, 21),
    email: mailbox,
    email_verified: true,
    nonce,
    iat: now,
    exp: now + 3600,
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}

function ok(body: object): Answer {
  return { status: 200, body };
}

function refuse(error: string, status = 400): Answer {
  return { status, body: { error, error_description: error } };
}
