import { IconMail } from '@tabler/icons-react';
import type { AccountOffer } from '../offer.js';
import { MailboxForm } from './MailboxForm.js';

export const mailboxOffer: AccountOffer = {
  step: 'mailbox',
  name: 'Mailbox',
  says: 'Send from your own address, through any mail server that speaks SMTP.',
  title: 'Connect a mailbox',
  Icon: IconMail,
  isOffered: true,
  Form: MailboxForm,
};
