import { IconFlask } from '@tabler/icons-react';
import { usesEmulators } from '../../../../lib/firebase/app.js';
import type { AccountOffer } from '../offer.js';
import { PracticeForm } from './PracticeForm.js';

export const practiceOffer: AccountOffer = {
  step: 'practice',
  name: 'Practice line',
  says: 'A number or mailbox with simulated leads that answer. Nothing leaves this machine.',
  title: 'Add a practice line',
  Icon: IconFlask,
  isOffered: usesEmulators,
  Form: PracticeForm,
};
