import { IconBrandGoogle } from '@tabler/icons-react';
import type { AccountOffer } from '../offer.js';
import { VoiceForm } from './VoiceForm.js';

export const googleVoiceOffer: AccountOffer = {
  step: 'googleVoice',
  name: 'Google Voice',
  says: 'Answer the texts that your Google Voice number gets, by the Gmail account that they are forwarded to.',
  title: 'Connect Google Voice',
  Icon: IconBrandGoogle,
  isOffered: true,
  Form: VoiceForm,
};
