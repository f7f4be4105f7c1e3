import type { Credentials } from '../credentials.js';

/** `refused`: what we sign in with does not open it any more, so nobody here can take out what is left there. */
export type Leaving = 'left' | 'refused' | 'unreachable';

/** Takes what leads to us out at the provider, as far as there is anything. */
export async function leaveProvider(
  { twilio, gmail }: Credentials,
  place: { orgId: string; accountId: string },
): Promise<Leaving> {
  if (gmail) {
    const { leaveGmail } = await import('./leaveGmail.js');
    return leaveGmail(gmail);
  }
  if (!twilio) return 'left';
  const { leaveTwilio } = await import('./twilio.js');
  return leaveTwilio(twilio, place);
}
