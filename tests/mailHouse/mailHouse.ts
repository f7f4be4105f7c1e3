import type { AppendResponseObject } from 'imapflow';
import { ImapFlow } from 'imapflow';
import { HOST } from '../../local/ports.js';
import type { SmtpManners, SmtpStub } from '../functions/smtpStub.js';
import { smtpStub } from '../functions/smtpStub.js';
import type { Dovecot } from './dovecot.js';
import { MAILBOX_PASSWORD, startDovecot } from './dovecot.js';

interface Put {
  folder?: 'INBOX' | 'Sent';
  flags?: string[];
  at?: Date;
}

/** A mail provider on this machine: a real Dovecot to read from, and a server that takes what is sent. */
export interface MailHouse {
  imap: Dovecot;
  smtp: SmtpStub;
  /** What opens a user's mailbox here. */
  settings(user: string): {
    user: string;
    password: string;
    imap: { host: string; port: number; secure: boolean };
    smtp: { host: string; port: number; secure: boolean };
  };
  /** Lays a mail into a folder of a user, as a delivery or another program of theirs does. */
  put(user: string, raw: string, how?: Put): Promise<void>;
  /** The Message-IDs in a folder. */
  messageIds(user: string, folder: 'INBOX' | 'Sent'): Promise<string[]>;
  stop(): Promise<void>;
}

export async function openMailHouse(manners: SmtpManners = {}): Promise<MailHouse> {
  const [imap, smtp] = await Promise.all([startDovecot(), smtpStub(manners)]);
  const at = <T>(user: string, act: (client: ImapFlow) => Promise<T>): Promise<T> =>
    withClient({ user, port: imap.port }, act);
  return {
    imap,
    smtp,
    settings: (user) => ({
      user,
      password: MAILBOX_PASSWORD,
      imap: { host: HOST, port: imap.port, secure: false },
      smtp: { host: HOST, port: smtp.port, secure: false },
    }),
    put: (user, raw, { folder = 'INBOX', flags = [], at: when = new Date() } = {}) =>
      at(user, async (client) => {
        const done: AppendResponseObject | false = await client.append(folder, raw, flags, when);
        if (!done) throw new Error(`The mail house took no mail into ${folder}.`);
      }),
    messageIds: (user, folder) =>
      at(user, async (client) => {
        await client.mailboxOpen(folder, { readOnly: true });
        const all = await client.fetchAll('1:*', { envelope: true });
        return all.map(({ envelope }) => envelope?.messageId ?? '');
      }),
    stop: async () => {
      smtp.close();
      await imap.stop();
    },
  };
}

async function withClient<T>(
  { user, port }: { user: string; port: number },
  act: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const auth = { user, pass: MAILBOX_PASSWORD };
  const client = new ImapFlow({ host: HOST, port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  try {
    return await act(client);
  } finally {
    client.close();
  }
}
