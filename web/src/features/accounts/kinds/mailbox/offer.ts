import { IconMail } from '@tabler/icons-react';
import { lazy } from 'react';
import type { AccountOffer } from '../offer.js';

export const mailboxOffer: AccountOffer = {
  step: 'mailbox',
  name: 'Mailbox',
  says: 'Read and write your own mailbox, at any provider that offers IMAP and SMTP.',
  title: 'Connect a mailbox',
  Icon: IconMail,
  isOffered: true,
  Form: lazy(async () => ({ default: (await import('./MailboxSteps.js')).MailboxSteps })),
};
