import { IconMailForward } from '@tabler/icons-react';
import type { AccountOffer } from '../offer.js';
import { SmtpForm } from './SmtpForm.js';

export const smtpOffer: AccountOffer = {
  step: 'smtp',
  name: 'Sending only',
  says: 'Send through a mail server that speaks SMTP. What comes in is not read.',
  title: 'Connect a mail server',
  Icon: IconMailForward,
  isOffered: true,
  Form: SmtpForm,
};
