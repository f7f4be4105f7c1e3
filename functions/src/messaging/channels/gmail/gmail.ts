import type { GmailCredentials } from '@leadpulse/model';
import { z } from 'zod';
import { faultPoint } from '../../../platform/faultPoint.js';
import { OWN_HEADER } from '../../messageId.js';
import type { ChannelAdapter, Outgoing, Sought } from '../adapter.js';
import { DeliveryFailure } from '../adapter.js';
import { attemptCall } from '../attemptCall.js';
import { composeMail } from '../mime.js';
import { accepted, askGmail } from './gmailApi.js';
import { gmailEvidence } from './gmailEvidence.js';
import { findMails, mayRead } from './mailbox.js';

const sentSchema = z.object({ id: z.string(), threadId: z.string() });

/** Mails by Gmail's API. It has no idempotency key: what a crash left open is looked for in the mailbox (021). */
export const gmail: ChannelAdapter = {
  async send(outgoing, { signal }) {
    const credentials = credentialsOf(outgoing);
    const threadId = await threadOf(credentials, outgoing, signal);
    await sendRaw(credentials, { outgoing, threadId }, signal);
    return { providerId: outgoing.messageIdHeader };
  },

  isBlind: ({ gmail: credentials }) => !credentials || !mayRead(credentials),

  find: (lost, { signal }) => gmailEvidence(credentialsOf(lost), { ...lost, mailedTo: lost.to }, signal),
};

/** Hands one mail over. Every mail of ours names our id twice, since Gmail may put its own Message-ID. */
export async function sendRaw(
  credentials: GmailCredentials,
  { outgoing, threadId }: { outgoing: Outgoing; threadId: string | null },
  signal: AbortSignal,
): Promise<void> {
  const mail = await composeMail(outgoing, { [OWN_HEADER]: outgoing.messageIdHeader });
  const answer = await attemptCall(() =>
    askGmail(credentials, {
      method: 'POST',
      path: '/messages/send',
      body: { raw: mail.toString('base64url'), ...(threadId !== null && { threadId }) },
      signal,
      onSent: () => faultPoint('during-send', outgoing.path.messageId),
    }),
  );
  accepted(sentSchema, answer);
}

export function credentialsOf({ credentials }: Pick<Sought, 'credentials'>): GmailCredentials {
  if (credentials.gmail) return credentials.gmail;
  const says = 'The Gmail account is not connected. Connect it again.';
  throw new DeliveryFailure('account-not-connected', says, 'permanent', 'credentials');
}

/**
 * The conversation in the mailbox that this mail goes on, found by the mail that it answers. The headers alone keep it
 * together for whoever gets it, so a search that fails is no reason not to send.
 */
async function threadOf(
  credentials: GmailCredentials,
  { references }: Outgoing,
  signal: AbortSignal,
): Promise<string | null> {
  const answered = references.at(-1);
  if (answered === undefined || !mayRead(credentials)) return null;
  try {
    const q = `rfc822msgid:${answered.replace(/[<>]/g, '')}`;
    return (await findMails(credentials, { q, most: 1 }, signal)).messages[0]?.threadId ?? null;
  } catch (error) {
    if (error instanceof DeliveryFailure && error.concerns === 'credentials') throw error;
    return null;
  }
}
