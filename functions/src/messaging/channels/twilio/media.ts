import type { TwilioCredentials } from '@leadpulse/model';
import type { IncomingMessage } from 'node:http';
import { openStream } from '../../../platform/http.js';
import { apiUrl, authorizationOf } from './twilioApi.js';

/** Where Twilio leads to for the bytes of a picture; a signed address there needs no sign-in, and gets none of ours. */
const MEDIA_HOSTS = /(^|\.)(twilio\.com|twiliocdn\.com|amazonaws\.com)$/;

/**
 * A picture that came in with a message, as it comes from Twilio. Its address is made of ids, never taken from a request.
 * null: Twilio does not have it any more. @processor twilio
 */
export async function openTwilioMedia(
  keys: TwilioCredentials,
  { messageSid, mediaSid }: { messageSid: string; mediaSid: string },
  signal: AbortSignal,
): Promise<IncomingMessage | null> {
  const url = `${apiUrl()}/2010-04-01/Accounts/${keys.accountSid}/Messages/${messageSid}/Media/${mediaSid}`;
  const first = await openStream(url, { headers: { authorization: authorizationOf(keys) }, signal });
  const leadsTo = first.headers.location;
  if (leadsTo === undefined) return orNull(first);
  first.destroy();
  return orNull(await openStream(mediaUrl(leadsTo), { signal }));
}

function orNull(response: IncomingMessage): IncomingMessage | null {
  if (response.statusCode === 200) return response;
  response.destroy();
  if (response.statusCode === 404 || response.statusCode === 410) return null;
  throw new Error(`Twilio answered ${response.statusCode} to a picture`);
}

/** @internal */
export function mediaUrl(location: string): string {
  const base = apiUrl();
  const url = new URL(location, base);
  const isAtTwilio = url.protocol === 'https:' && MEDIA_HOSTS.test(url.hostname);
  if (isAtTwilio || url.origin === new URL(base).origin) return url.href;
  throw new Error('Twilio leads to a place that is not known');
}
