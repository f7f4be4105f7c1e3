import { Journal } from '../journal.js';

/** An account of Twilio's customer; its token signs what is brought. */
export interface TwilioAccount {
  id: string; // the Account SID
  authToken: string;
  name: string;
  status: 'active' | 'suspended';
  type: 'Full' | 'Trial';
  callbacks: CallbackMode;
}

/**
 * How status callbacks reach the product: as they come, each twice and in no order, or not at all. Held: nothing is called,
 * for texts that come in neither, until it is delivered by hand, in whatever order and as often as wanted.
 */
export type CallbackMode = 'plain' | 'disorderly' | 'lost' | 'held';

export interface TwilioNumber {
  id: string; // PN…
  accountSid: string;
  number: string;
  canText: boolean;
  smsUrl: string;
  smsFallbackUrl: string;
}

export interface TwilioService {
  id: string; // MG…
  accountSid: string;
  name: string;
  numbers: string[];
  inboundUrl: string;
  usesNumbersWebhook: boolean;
  hasAdvancedOptOut: boolean;
}

/** A text between a number of an account and somebody's phone. */
export interface TwilioMessage {
  id: string; // SM…, with pictures MM…
  accountSid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  from: string;
  to: string;
  body: string;
  serviceSid: string | null;
  status: string;
  errorCode: number | null;
  statusCallback: string;
  media: string[]; // ME…
  createdAt: string;
}

/** Who told a sender to stop; Twilio sends them nothing more from there. */
interface TwilioOptOut {
  id: string; // `phone sender`
}

interface Kept {
  account: TwilioAccount;
  number: TwilioNumber;
  service: TwilioService;
  message: TwilioMessage;
  optOut: TwilioOptOut;
}

/** Everything the stand-in knows. */
export class TwilioStore extends Journal<Kept> {}
