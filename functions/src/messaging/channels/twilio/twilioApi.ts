import type { TwilioKeys } from '@leadpulse/model';
import { z } from 'zod';
import { config } from '../../../platform/config.js';
import type { JsonAnswer } from '../../../platform/http.js';
import { requestJson } from '../../../platform/http.js';

interface Call {
  method: 'GET' | 'POST';
  path: string;
  form?: Record<string, string>;
  signal: AbortSignal;
  onSent?: () => Promise<void>;
}

/** https://www.twilio.com/docs/usage/twilios-response: what an error says of itself. */
const errorSchema = z.object({ code: z.number().nullish() });

/** One call of Twilio's REST API, of the account whose keys these are. @processor twilio */
export function askTwilio(keys: TwilioKeys, call: Call): Promise<JsonAnswer> {
  return request(`${apiUrl()}/2010-04-01/Accounts/${keys.accountSid}${call.path}`, keys, call);
}

/** One call of the API of Messaging Services, which has an address of its own. */
export function askTwilioMessaging(keys: TwilioKeys, call: Call): Promise<JsonAnswer> {
  const base = config().twilioApiUrl || 'https://messaging.twilio.com';
  return request(`${base}/v1${call.path}`, keys, call);
}

/** Where Twilio's API is. */
export function apiUrl(): string {
  return config().twilioApiUrl || 'https://api.twilio.com';
}

export function authorizationOf({ accountSid, authToken }: TwilioKeys): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
}

/** The number of the error in an answer; null: none. */
export function errorCodeOf({ body }: JsonAnswer): number | null {
  return errorSchema.safeParse(body).data?.code ?? null;
}

function request(url: string, keys: TwilioKeys, { method, form, signal, onSent }: Call): Promise<JsonAnswer> {
  return requestJson({
    method,
    url,
    headers: { authorization: authorizationOf(keys), accept: 'application/json' },
    signal,
    ...(form && { form }),
    ...(onSent && { onSent }),
  });
}
