import type { GmailCredentials, OauthState } from '@leadpulse/model';
import { GMAIL_SCOPES, Refusal } from '@leadpulse/model';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { config } from '../../platform/config.js';
import type { GoogleTokens } from '../channels/gmail/googleTokens.js';
import { consentPage, exchangeCode } from '../channels/gmail/googleTokens.js';

const PATIENCE_MS = 15_000;
const STATE = /^([A-Za-z0-9_-]{1,128})\.[A-Za-z0-9_-]{43}$/;

/** Who the person is at Google; straight from Google over TLS, so its signature adds nothing (OpenID Connect Core 3.1.3.7). */
const identitySchema = z.object({
  iss: z.enum(['https://accounts.google.com', 'accounts.google.com']),
  aud: z.string(),
  email: z.email(),
  email_verified: z.boolean().default(false),
  nonce: z.string(),
  exp: z.number(),
});

/** What goes to Google with a person and has to come back: names the organization, and nobody can make it up. */
export function newState(orgId: string): string {
  return `${orgId}.${randomBytes(32).toString('base64url')}`;
}

export function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

/** The organization that a state names; null: no state of ours. */
export function orgOfState(state: string): string | null {
  return STATE.exec(state)?.[1] ?? null;
}

export function newVerifier(): string {
  return randomBytes(32).toString('base64url'); // RFC 7636, 4.1
}

/** Google's page with everything it needs to know; the address of a known mailbox is chosen there already. */
export function pageFor(
  state: string,
  { verifier, withSync, address }: { verifier: string; withSync: boolean; address: string | null },
): string {
  return consentPage({
    client_id: config().googleClientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: ['openid', 'email', GMAIL_SCOPES.send, ...(withSync ? [GMAIL_SCOPES.read] : [])].join(' '),
    state,
    nonce: hashOf(state),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    access_type: 'offline',
    prompt: 'consent', // or there is no refresh token the second time
    include_granted_scopes: 'true',
    ...(address !== null && { login_hint: address }),
  });
}

function redirectUri(): string {
  return `${config().siteUrl}/connect/google`;
}

/**
 * Trades the code for a consent that will do. One that will not is dropped, not revoked: a mailbox has one consent at Google,
 * and an account may stand on it already.
 */
export async function takeConsent(
  code: string,
  { hash, verifier, withSync }: Pick<OauthState, 'withSync'> & { hash: string; verifier: string },
): Promise<GmailCredentials> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const tokens = await exchange(code, verifier, signal);
  const identity = readIdentity(tokens.id_token ?? '', hash);
  const scopes = tokens.scope.split(' ').filter(Boolean);
  const lacks = [GMAIL_SCOPES.send, ...(withSync ? [GMAIL_SCOPES.read] : [])].find(
    (scope) => !scopes.includes(scope),
  );
  if (lacks === undefined && identity && tokens.refresh_token !== undefined) {
    return { refreshToken: tokens.refresh_token, address: identity, scopes };
  }
  throw refusalFor(identity, lacks);
}

async function exchange(code: string, verifier: string, signal: AbortSignal): Promise<GoogleTokens> {
  let tokens: GoogleTokens | null;
  try {
    tokens = await exchangeCode(code, { verifier, redirectUri: redirectUri(), signal });
  } catch {
    throw new Refusal('unavailable', 'google-unreachable');
  }
  if (!tokens) throw new Refusal('failed-precondition', 'google-code-invalid');
  return tokens;
}

/** The address of the mailbox, if Google says that it is the person's and that it was asked in this very walk. */
function readIdentity(idToken: string, hash: string): string | null {
  const [, payload = ''] = idToken.split('.');
  const identity = identitySchema.safeParse(parseJson(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!identity.success) return null;
  const { aud, email, email_verified: isVerified, nonce, exp } = identity.data;
  const isOurs = aud === config().googleClientId && nonce === hash && exp * 1000 > Date.now();
  return isOurs && isVerified ? email.toLowerCase() : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function refusalFor(identity: string | null, lacks: string | undefined): Refusal {
  if (lacks === GMAIL_SCOPES.read) return new Refusal('failed-precondition', 'google-read-refused');
  if (lacks !== undefined) return new Refusal('failed-precondition', 'google-send-refused');
  return new Refusal('failed-precondition', identity ? 'google-no-consent' : 'google-not-known');
}
