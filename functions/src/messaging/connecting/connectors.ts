import type { WantedAccount } from '@leadpulse/model';
import type { Verified } from './connector.js';

/** Asks the provider of whatever kind was wanted; each kind's code is loaded when somebody connects one. */
export async function verify(wanted: WantedAccount, orgId: string): Promise<Verified> {
  switch (wanted.kind) {
    case 'sandbox':
      return (await import('./sandbox.js')).connectSandbox(wanted);
    case 'smtp':
      return (await import('./smtp.js')).connectSmtp(wanted);
    case 'imap':
      return (await import('./imap.js')).connectImap(wanted);
    case 'twilio':
      return (await import('./twilio.js')).connectTwilio(wanted);
    case 'googleVoice':
      return (await import('./googleVoice.js')).connectGoogleVoice(wanted, orgId);
  }
}
