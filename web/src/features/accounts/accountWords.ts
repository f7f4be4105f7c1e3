import type { Account } from '@leadpulse/model';
import { fullWhen, shortWhen } from '../../lib/time.js';

const KINDS: Record<Account['kind'], string> = {
  sandbox: 'Practice',
  smtp: 'Mailbox (SMTP)',
  gmail: 'Gmail',
  googleVoice: 'Google Voice',
  twilio: 'Twilio',
};

export function kindWords({ kind, channel }: Pick<Account, 'kind' | 'channel'>): string {
  if (kind !== 'sandbox') return KINDS[kind];
  return channel === 'sms' ? 'Practice number' : 'Practice mailbox';
}

export const STATE_WORDS: Record<Account['state'], string> = {
  active: 'Active',
  error: 'Needs attention',
  disconnected: 'Disconnected',
};

/** When something last went through, for the health line. */
export function lastWords(
  what: string,
  at: { toMillis(): number } | null,
  now: number,
): { text: string; title?: string } {
  if (at === null) return { text: `${what}: nothing yet` };
  return { text: `${what}: ${shortWhen(at.toMillis(), now)}`, title: fullWhen(at.toMillis()) };
}
