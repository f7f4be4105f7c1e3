import type { WantedAccount } from '@leadpulse/model';
import type { Connector } from './connector.js';
import { verifySmtp } from './verifySmtp.js';

/** A mailbox by SMTP: a session with its server is opened and signed in once. */
export const connectSmtp: Connector<Extract<WantedAccount, { kind: 'smtp' }>> = async ({ address, smtp }) => {
  await verifySmtp(smtp);
  return {
    channel: 'email',
    addressIn: () => Promise.resolve(address.toLowerCase()),
    field: 'account.address',
    credentials: smtp,
  };
};
