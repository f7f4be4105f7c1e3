import type { VoiceAddress } from './contact.js';
import { LIMITS } from './limits.js';
import type { Reason } from './message.js';

const RELAY = /^(1[2-9]\d{9})\.(1[2-9]\d{9})\.[\w-]{1,64}@txt\.voice\.google\.com$/u;

/** Whether what is mailed there becomes a text. */
export function isVoiceAddress(address: string): boolean {
  return RELAY.test(address);
}

/** The two numbers that such an address is made of, E.164; null: it is none. */
export function voiceNumbersOf(address: string): { own: string; contact: string } | null {
  const [, own, contact] = RELAY.exec(address) ?? [];
  return own && contact ? { own: `+${own}`, contact: `+${contact}` } : null;
}

/** The addresses of a contact with one more; the newest of an account and a number counts. */
export function withVoiceAddress(
  known: readonly VoiceAddress[] | undefined,
  added: VoiceAddress,
): VoiceAddress[] {
  const others = (known ?? []).filter(
    ({ accountId, number }) => accountId !== added.accountId || number !== added.number,
  );
  return [...others, added].slice(-LIMITS.voiceRelays);
}

/** Where an answer to a number goes by an account of Google Voice; null: it has not texted that account yet. */
export function voiceAddressOf(
  known: readonly VoiceAddress[] | undefined,
  sought: Pick<VoiceAddress, 'accountId' | 'number'>,
): string | null {
  const found = known?.find(
    ({ accountId, number }) => accountId === sought.accountId && number === sought.number,
  );
  return found?.address ?? null;
}

/** Google Voice has no way to begin a conversation by mail, and bars numbers that write to many. */
export const VOICE_ANSWERS_ONLY: Reason = {
  code: 'voice-answers-only',
  text: 'Google Voice can only answer here, and this number has not texted yours yet. Start the conversation in Google Voice; once they answer, it goes on here.',
};
