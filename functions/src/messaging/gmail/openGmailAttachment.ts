import type { GmailCredentials } from '@leadpulse/model';
import { Readable } from 'node:stream';
import { findMails, readRaw } from '../channels/gmail/mailbox.js';

/** A file of a mail, from the mailbox where it lies; null: the mail or the part is not there any more. */
export async function openGmailAttachment(
  credentials: GmailCredentials,
  { messageIdHeader, partId }: { messageIdHeader: string; partId: string },
  signal: AbortSignal,
): Promise<Readable | null> {
  const q = `rfc822msgid:${messageIdHeader.replace(/[<>]/g, '')}`;
  const [found] = (await findMails(credentials, { q, most: 1 }, signal)).messages;
  const mail = found ? await readRaw(credentials, found.id, signal) : null;
  if (!mail) return null;
  const { parseMail } = await import('../mail/parseMail.js');
  const { attachments } = await parseMail(mail.raw);
  const part = attachments.find((each) => (each.partId ?? '1') === partId);
  return part ? Readable.from([part.content]) : null;
}
