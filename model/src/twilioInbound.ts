import type { OptOutReading } from './optOut.js';

/** What Advanced Opt-Out read a text as, in the parameter `OptOutType` of the webhook. */
const TOLD = { STOP: 'stop', START: 'start', HELP: 'help' } as const;

/**
 * The words that Twilio answers by itself, where Advanced Opt-Out is off. A text of one of them alone is answered, and
 * after STOP nothing of ours would be delivered.
 * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 */
const ANSWERED = new Set([
  ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  ...['START', 'YES', 'UNSTOP', 'HELP', 'INFO'],
]);

export interface TwilioReading {
  /** Twilio has read it; null: it is ours to read. */
  told: OptOutReading | null;
  /** Twilio has answered it, so a confirmation of ours would be the second. */
  isAnswered: boolean;
}

/** What Twilio made of a text before it reached us. */
export function readTwilioOptOut(body: string, optOutType: string | null): TwilioReading {
  const kind = TOLD[(optOutType ?? '').toUpperCase() as keyof typeof TOLD] as
    | (typeof TOLD)[keyof typeof TOLD]
    | undefined;
  if (kind !== undefined) return { told: { kind, word: body.trim() }, isAnswered: true };
  return { told: null, isAnswered: ANSWERED.has(body.trim().toUpperCase()) };
}
