import type { GmailCredentials } from '@leadpulse/model';
import { CONSENT_REVOKED } from '@leadpulse/model';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { config, secret } from '../../../platform/config.js';
import type { JsonAnswer } from '../../../platform/http.js';
import { requestJson } from '../../../platform/http.js';
import { DeliveryFailure } from '../adapter.js';

/** https://developers.google.com/identity/protocols/oauth2/web-server#exchange-authorization-code */
const tokensSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number(),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().default(''),
  id_token: z.string().optional(),
});
export type GoogleTokens = z.output<typeof tokensSchema>;

const errorSchema = z.object({ error: z.string() });
const EARLY_MS = 60_000; // a token is not used in its last minute

const kept = new Map<string, { until: number; token: string }>();

/** Google's page where a person is asked for their consent. */
export function consentPage(query: Record<string, string>): string {
  const base = config().googleApiUrl || 'https://accounts.google.com';
  return `${base}/o/oauth2/v2/auth?${new URLSearchParams(query).toString()}`;
}

/** Trades what Google sent along with a person for tokens; null: it was used already, is too old, or is not ours. */
export async function exchangeCode(
  code: string,
  { verifier, redirectUri, signal }: { verifier: string; redirectUri: string; signal: AbortSignal },
): Promise<GoogleTokens | null> {
  const answer = await askTokens(
    { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri },
    signal,
  );
  if (answer.status === 400) return null;
  if (answer.status !== 200) throw new Error(`Google answered ${answer.status} to a code`);
  return tokensSchema.parse(answer.body);
}

/**
 * A token for Gmail's API, kept until it is nearly over. Nothing has been handed over when this fails, so that is a sure
 * failure: the consent was taken back, or Google does not answer right now.
 */
export async function accessTokenOf(
  { refreshToken }: GmailCredentials,
  { signal, isFresh = false }: { signal: AbortSignal; isFresh?: boolean },
): Promise<string> {
  const key = createHash('sha256').update(refreshToken).digest('hex');
  const found = kept.get(key);
  if (found && found.until > Date.now() && !isFresh) return found.token;
  kept.delete(key);
  const { token, lifeMs } = await refresh(refreshToken, signal);
  kept.set(key, { until: Date.now() + lifeMs - EARLY_MS, token });
  return token;
}

async function refresh(
  refreshToken: string,
  signal: AbortSignal,
): Promise<{ token: string; lifeMs: number }> {
  let answer: JsonAnswer;
  try {
    answer = await askTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, signal);
  } catch {
    throw new DeliveryFailure('gmail-unreachable', UNREACHABLE, 'transient');
  }
  const tokens = tokensSchema.safeParse(answer.body);
  if (answer.status === 200 && tokens.success) {
    return { token: tokens.data.access_token, lifeMs: tokens.data.expires_in * 1000 };
  }
  if (errorSchema.safeParse(answer.body).data?.error === 'invalid_grant') {
    const { code, message, kind, concerns } = CONSENT_REVOKED;
    throw new DeliveryFailure(code, message, kind, concerns);
  }
  throw new DeliveryFailure('gmail-unreachable', UNREACHABLE, 'transient');
}

const UNREACHABLE = 'Google cannot be reached right now.';

/** Ends a consent at Google; whether it is ended. One that is none any more is. */
export async function revokeConsent(refreshToken: string): Promise<boolean> {
  const base = config().googleApiUrl || 'https://oauth2.googleapis.com';
  try {
    const { status } = await requestJson({
      method: 'POST',
      url: `${base}/revoke`,
      form: { token: refreshToken },
      signal: AbortSignal.timeout(10_000),
    });
    return status === 200 || status === 400;
  } catch {
    return false;
  }
}

/** One question to Google's token endpoint. @processor google-accounts */
function askTokens(form: Record<string, string>, signal: AbortSignal): Promise<JsonAnswer> {
  const base = config().googleApiUrl || 'https://oauth2.googleapis.com';
  const client = { client_id: config().googleClientId, client_secret: secret('GOOGLE_CLIENT_SECRET') };
  return requestJson({ method: 'POST', url: `${base}/token`, form: { ...form, ...client }, signal });
}
