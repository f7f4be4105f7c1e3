import type { GmailCredentials } from '@leadpulse/model';
import { logFailure } from '../../platform/log.js';
import { revokeConsent } from '../channels/gmail/googleTokens.js';
import { endWatch, mayRead } from '../channels/gmail/mailbox.js';
import type { Leaving } from './leaving.js';

/** Ends the watch and then the consent itself. */
export async function leaveGmail(credentials: GmailCredentials): Promise<Leaving> {
  if (mayRead(credentials)) {
    await endWatch(credentials, AbortSignal.timeout(10_000)).catch(
      (error: unknown) => logFailure('a watch could not be ended', error), // it ends with the consent
    );
  }
  return (await revokeConsent(credentials.refreshToken)) ? 'left' : 'unreachable';
}
