import { IconBrandGmail } from '@tabler/icons-react';
import type { AccountOffer } from '../offer.js';
import { GmailForm } from './GmailForm.js';

export const gmailOffer: AccountOffer = {
  step: 'gmail',
  name: 'Gmail',
  says: 'Email from a Gmail or Google Workspace mailbox, and read the answers here if you like.',
  title: 'Connect Gmail',
  Icon: IconBrandGmail,
  isOffered: true,
  Form: GmailForm,
};
