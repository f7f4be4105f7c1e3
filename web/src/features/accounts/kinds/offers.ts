import { gmailOffer } from './gmail/offer.js';
import { googleVoiceOffer } from './googleVoice/offer.js';
import { mailboxOffer } from './mailbox/offer.js';
import type { AccountOffer } from './offer.js';
import { practiceOffer } from './practice/offer.js';
import { smtpOffer } from './smtp/offer.js';
import { twilioOffer } from './twilio/offer.js';

/** Every kind of account that can be added, in the order in which they are offered. */
export const OFFERS: readonly AccountOffer[] = [
  gmailOffer,
  googleVoiceOffer,
  twilioOffer,
  mailboxOffer,
  smtpOffer,
  practiceOffer,
];
