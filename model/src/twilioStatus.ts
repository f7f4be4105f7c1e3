/** How far a message has come at Twilio: it has it, they have it, or nobody will. */
export type TwilioProgress = 'accepted' | 'delivered' | 'failed';

/**
 * The message states of Twilio's status callback. Nothing is said of the first one; the others come in any order, twice
 * or not at all. One that is not known proves at least that Twilio has the message.
 */
const PROGRESS: Record<string, TwilioProgress> = {
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

export function twilioProgress(status: string): TwilioProgress {
  return PROGRESS[status] ?? 'accepted';
}
