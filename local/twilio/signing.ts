import { createHmac } from 'node:crypto';

/** What Twilio signs of a request that it makes: its address, and each parameter by name. */
export function signatureFor(authToken: string, url: string, params: Record<string, string>): string {
  const text = Object.keys(params)
    .sort()
    .reduce((sum, name) => `${sum}${name}${params[name] ?? ''}`, url);
  return createHmac('sha1', authToken).update(text).digest('base64');
}
