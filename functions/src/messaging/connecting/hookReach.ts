import { requestJson } from '../../platform/http.js';

const PATIENCE_MS = 20_000; // the webhook may have to wake up

/**
 * Whether the configured public address leads to the webhook: it takes POST only, and says so. A site that is not
 * deployed, a rewrite that is missing and an address with a slip in it all answer something else. @processor google
 */
export async function isHookReachable(siteUrl: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { status } = await requestJson({ method: 'GET', url: `${siteUrl}/hooks/twilio/reach`, signal });
    return status === 405;
  } catch {
    return false;
  }
}
