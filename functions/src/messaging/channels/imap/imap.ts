import type { MailboxSettings } from '@leadpulse/model';
import { providerAt } from '@leadpulse/model/mailProviders';
import type { ChannelAdapter } from '../adapter.js';
import { composeMail } from '../mime.js';
import { sendBySmtp } from '../smtp.js';
import { openImap } from './imapConnection.js';
import { findSentFolder, holdsMail } from './sentFolder.js';
import { smtpOf } from './smtpOf.js';

const LOOK_MS = 15_000;

/**
 * Any mailbox: sent by SMTP, and looked for by our Message-ID among what was sent. A mail that is there was accepted. One
 * that is not there was refused only if the provider files by itself what it accepts; else nobody knows. @processor organization-mail
 */
export const imap: ChannelAdapter = {
  send: (outgoing, call) => {
    const { mailbox } = outgoing.credentials;
    return sendBySmtp(mailbox && smtpOf(mailbox), outgoing, call);
  },

  isBlind: ({ mailbox }) => !mailbox || !filesSent(mailbox),

  async find({ messageIdHeader, credentials }, { signal }) {
    const { mailbox } = credentials;
    if (!mailbox) return { state: 'unknown' };
    const client = await openImap(mailbox, { signal, timeoutMs: LOOK_MS });
    try {
      const sent = await findSentFolder(client);
      const isThere = sent !== null && (await holdsMail(client, sent, messageIdHeader));
      if (isThere) return { state: 'accepted', providerId: messageIdHeader };
      return { state: sent !== null && filesSent(mailbox) ? 'absent' : 'unknown' };
    } finally {
      client.close();
    }
  },

  async file(outgoing, call) {
    const { mailbox } = outgoing.credentials;
    if (!mailbox || filesSent(mailbox)) return;
    const mail = await composeMail(outgoing);
    const client = await openImap(mailbox, call);
    try {
      const sent = (await findSentFolder(client)) ?? (await client.mailboxCreate('Sent')).path;
      if (await holdsMail(client, sent, outgoing.messageIdHeader)) return;
      await client.append(sent, mail, ['\\Seen']);
    } finally {
      client.close();
    }
  },
};

function filesSent({ imap: { host } }: MailboxSettings): boolean {
  return providerAt(host)?.filesSent === true;
}
