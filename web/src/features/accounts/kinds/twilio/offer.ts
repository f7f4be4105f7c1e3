import { IconMessage2 } from '@tabler/icons-react';
import type { AccountOffer } from '../offer.js';
import { TwilioSteps } from './TwilioSteps.js';

export const twilioOffer: AccountOffer = {
  step: 'twilio',
  name: 'Twilio number',
  says: 'Text from a number of your own Twilio account, with pictures coming in.',
  title: 'Connect a Twilio number',
  Icon: IconMessage2,
  isOffered: true,
  Form: TwilioSteps,
};
