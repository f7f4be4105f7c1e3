import type { Channel, Rivals } from '@leadpulse/model';
import type { MessagePath } from '../../platform/refs.js';
import type { Credentials } from '../credentials.js';

/** By what a provider can be asked for a message. */
export interface Sought {
  path: MessagePath;
  messageIdHeader: string; // for email: our Message-ID
  previousProviderId: string | null; // what the provider called it before a person sent it again
  credentials: Credentials;
  to: string;
  body: string;
}

/** By what a provider without any id of ours can still tell whether it has the message. */
interface Lost extends Sought {
  sinceMs: number; // before that nobody can have handed it over
  rivals: (providerIds: readonly string[]) => Promise<Rivals>;
}

/** A message as it is handed to a provider. */
export interface Outgoing extends Sought {
  channel: Channel;
  from: string;
  fromName: string;
  subject: string;
  footer: string;
  references: string[];
  isAutomatic?: boolean; // written by us in answer to STOP, START or HELP
  isTextOnly?: boolean; // of a mail: no HTML beside the text
  voiceAddress?: string | null; // of Google Voice: where an answer to `to` goes
  accountId: string;
}

export type Evidence = { state: 'accepted'; providerId: string } | { state: 'absent' } | { state: 'unknown' };

/**
 * One way to reach a provider. `send` throws DeliveryFailure only if the provider surely did not accept; any other
 * error leaves it open. `find` asks afterwards; it throws if the provider cannot be asked right now.
 */
export interface ChannelAdapter {
  send(outgoing: Outgoing, call: { signal: AbortSignal; timeoutMs: number }): Promise<{ providerId: string }>;
  find(lost: Lost, call: { signal: AbortSignal }): Promise<Evidence>;
  /** Whether `find` can never answer `absent`: then it is noted in the message that a call begins (006). */
  isBlind?(credentials: Credentials): boolean;
  /** Once it is settled: files a copy with what the account has sent, where the provider does not do so itself. */
  file?(outgoing: Outgoing, call: { signal: AbortSignal; timeoutMs: number }): Promise<void>;
}

export class DeliveryFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly kind: 'permanent' | 'transient',
    /** What is at fault: this message, the account, so that the next one may fail too, or what it signs in with. */
    readonly concerns: 'message' | 'account' | 'credentials' = 'message',
  ) {
    super(message);
    this.name = 'DeliveryFailure';
  }
}

/** The provider sends them nothing more, because they told it to stop: that is an opt-out, wherever it was said. */
export class OptedOutAtProvider extends DeliveryFailure {}
