import type { AccountKind } from '@leadpulse/model';
import type { ChannelAdapter } from './adapter.js';

/** Loads the adapter of a kind of account when the first message needs it; null for a kind that cannot send yet. */
export async function adapterOf(kind: AccountKind): Promise<ChannelAdapter | null> {
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
    case 'googleVoice':
      return null;
  }
}
