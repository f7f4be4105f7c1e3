import { askControl } from '../../standIn/askControl.js';
import type { HeldCall } from '../network.js';
import type { CallbackMode, TwilioMessage, TwilioNumber, TwilioService } from '../store.js';

export interface FreshAccount {
  accountSid: string;
  authToken: string;
  number: string;
}

interface Failing {
  method: string;
  path: string;
  when: 'before' | 'after';
  status?: number;
  times?: number;
  how?: 'answer' | 'reset' | 'hang';
  to?: string;
}

export type TwilioControl = ReturnType<typeof twilioControlOf>;

/** Steers a stand-in from tests, in this process or another. */
export function twilioControlOf(url: string) {
  const ask = askControl(url);
  return {
    /** An account of its own, with one number. */
    newAccount: () => ask<FreshAccount>('POST', '/account'),
    change: (change: {
      accountSid: string;
      status?: 'active' | 'suspended';
      authToken?: string;
      callbacks?: CallbackMode;
    }) => ask('POST', '/change', change),
    addNumber: (number: { accountSid: string; number: string; canText?: boolean }) =>
      ask<{ sid: string }>('POST', '/number', number),
    /** The number is given back, and in no account any more. */
    release: (number: string) => ask('POST', '/release', { number }),
    /** A Messaging Service whose pool holds one number. */
    addService: (service: {
      accountSid: string;
      name: string;
      number: string;
      inboundUrl?: string;
      hasAdvancedOptOut?: boolean;
    }) => ask<{ sid: string }>('POST', '/service', service),
    /** A lead writes; answers when the product has taken it, or has not. */
    text: (text: { from: string; to: string; body: string; pictures?: number }) =>
      ask<{ id: string; outcome: string }>('POST', '/text', text),
    /** What is held of an account, oldest first; what was delivered stays, so that it can be told again. */
    held: (accountSid: string) => ask<HeldCall[]>('GET', `/held?accountSid=${accountSid}`),
    /** Calls the product with what is held: as Twilio does, or at the first or second address alone. */
    deliver: (call: { id: string; way?: 'both' | 'first' | 'second' }) =>
      ask<{ isTaken: boolean }>('POST', '/deliver', call),
    /** The next calls that match fail, before or after they are done. */
    failNext: (failure: Failing) => ask('POST', '/fail', failure),
    /** What went to and came from a phone, oldest first. */
    messages: (phone: string) => ask<TwilioMessage[]>('GET', `/messages?phone=${encodeURIComponent(phone)}`),
    allMessages: () => ask<TwilioMessage[]>('GET', '/all-messages'),
    numbers: (accountSid: string) => ask<TwilioNumber[]>('GET', `/numbers?accountSid=${accountSid}`),
    services: (accountSid: string) => ask<TwilioService[]>('GET', `/services?accountSid=${accountSid}`),
  };
}
