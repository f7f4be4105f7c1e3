import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What Twilio puts into X-Twilio-Signature: HMAC-SHA1 with the Auth Token of the address as it called it, followed by
 * every parameter, sorted by name; parameters are added without notice, so all of them count.
 * https://www.twilio.com/docs/usage/security#validating-requests
 * @internal
 */
export function twilioSignature(authToken: string, url: string, params: URLSearchParams): string {
  const names = [...new Set(params.keys())].sort();
  const pairs = names.flatMap((name) =>
    [...new Set(params.getAll(name))].sort().map((value) => name + value),
  );
  return createHmac('sha1', authToken)
    .update(url + pairs.join(''))
    .digest('base64');
}

/** Whether Twilio signed it. The comparison takes as long for a wrong signature as for the right one. */
export function isSignedByTwilio(
  signature: string,
  { authToken, url, params }: { authToken: string; url: string; params: URLSearchParams },
): boolean {
  const expected = Buffer.from(twilioSignature(authToken, url, params));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
