import type { AccountKind } from '@leadpulse/model';
import type { ChannelAdapter } from './adapter.js';

/** Loads the adapter of a kind of account when the first message needs it. */
export async function adapterOf(kind: AccountKind): Promise<ChannelAdapter> {
  switch (kind) {
    case 'sandbox':
      return (await import('./sandbox.js')).sandbox;
    case 'smtp':
      return (await import('./smtp.js')).smtp;
    case 'imap':
      return (await import('./imap/imap.js')).imap;
    case 'twilio':
      return (await import('./twilio/twilio.js')).twilio;
    case 'gmail':
      return (await import('./gmail/gmail.js')).gmail;
    case 'googleVoice':
      return (await import('./gmail/googleVoice.js')).googleVoice;
  }
}
