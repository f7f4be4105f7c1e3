import type { TwilioKeys } from '@leadpulse/model';

/** The keys of the stand-in's demo account, where the local world has one in Twilio's place. */
export const DEMO_KEYS: TwilioKeys = {
  accountSid: 'AC00000000000000000000000000000de0',
  authToken: '000000000000000000000000000demo0',
};
