import type { Credentials } from '../credentials.js';

/** Takes what leads to us out at the provider, as far as there is anything; whether nothing is left there. */
export async function leaveProvider(
  { twilio, gmail }: Credentials,
  place: { orgId: string; accountId: string },
): Promise<boolean> {
  if (gmail) {
    const { leaveGmail } = await import('./leaveGmail.js');
    return leaveGmail(gmail);
  }
  if (!twilio) return true;
  const { leaveTwilio } = await import('./twilio.js');
  return leaveTwilio(twilio, place);
}
