import type { MailboxSettings, WantedAccount } from '@leadpulse/model';
import { Refusal } from '@leadpulse/model';
import { providerAt } from '@leadpulse/model/mailProviders';
import type { ImapProblemCode } from '../channels/imap/imapConnection.js';
import { smtpOf } from '../channels/imap/smtpOf.js';
import { enqueueSync } from '../mailbox/syncTask.js';
import type { Connector } from './connector.js';
import { verifySmtp } from './verifySmtp.js';

const PATIENCE_MS = 10_000;

/** Which field a person should look at, and what would be right there. */
const ADVICE: Record<ImapProblemCode, { field: string; allowed: string }> = {
  'imap-auth-failed': { field: 'password', allowed: 'the user name and (app) password of this mailbox' },
  'imap-app-password': { field: 'password', allowed: 'an app password' },
  'imap-sign-in-blocked': { field: 'password', allowed: 'a mailbox that takes a password' },
  'imap-busy': { field: 'user', allowed: 'try again in a few minutes' },
  'imap-host-not-found': {
    field: 'imap.host',
    allowed: 'the name of a mail server such as imap.example.com',
  },
  'imap-host-not-public': { field: 'imap.host', allowed: 'a mail server on the public internet' },
  'imap-refused': { field: 'imap.port', allowed: 'a port the server listens on, most often 993 or 143' },
  'imap-timeout': { field: 'imap.port', allowed: 'a host and port that answer within 10 seconds' },
  'imap-tls-failed': {
    field: 'imap.secure',
    allowed: 'on for port 993; off for 143, where STARTTLS is used',
  },
  'imap-not-a-mail-server': { field: 'imap.port', allowed: 'a port where an IMAP server answers' },
};

/** A mailbox that is read and written from: both servers are opened and signed in to once. */
export const connectImap: Connector<Extract<WantedAccount, { kind: 'imap' }>> = async ({
  address,
  mailbox,
}) => {
  await verifyImap(mailbox);
  await verifySmtp(smtpOf(mailbox), smtpField);
  return {
    channel: 'email',
    addressIn: () => Promise.resolve(address.toLowerCase()),
    field: 'account.address',
    credentials: mailbox,
    whenStored: (place) => enqueueSync(place),
  };
};

async function verifyImap(mailbox: MailboxSettings): Promise<void> {
  const { openImap, ImapProblem } = await import('../channels/imap/imapConnection.js');
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const client = await openImap(mailbox, { signal, timeoutMs: PATIENCE_MS });
    client.close();
  } catch (error) {
    if (!(error instanceof ImapProblem)) throw error;
    const { field, allowed } = ADVICE[error.code];
    const provider = providerAt(mailbox.imap.host);
    const where = error.code === 'imap-app-password' && provider?.appPassword;
    throw new Refusal('failed-precondition', error.code, {
      field: `account.mailbox.${field}`,
      allowed: where ? `an app password, made at ${where}` : allowed,
    });
  }
}

/** The user and the password are the mailbox's; the rest is its sending half. */
function smtpField(field: string): string {
  return `account.mailbox.${field === 'user' || field === 'password' ? field : `smtp.${field}`}`;
}
