import type { GmailCredentials } from '@leadpulse/model';
import { Readable } from 'node:stream';
import { collectHtml } from '../mail/collectHtml.js';
import type { MailPart } from '../mail/inlinePictures.js';
import { inlinePictures } from '../mail/inlinePictures.js';
import type { ParsedMail } from '../mail/parseMail.js';
import { readMailAt } from './readMailAt.js';

/** A mail as its sender made it, from the mailbox where it lies; null: it is not there any more, or has words only. With the pictures inside the mail. */
export async function openGmailHtml(
  credentials: GmailCredentials,
  messageIdHeader: string,
  signal: AbortSignal,
): Promise<string | null> {
  const mail = await readMailAt(credentials, messageIdHeader, signal);
  if (!mail || mail.html === '') return null;
  const html = await collectHtml(Readable.from([Readable.from([Buffer.from(mail.html)])]));
  return inlinePictures(html, mail.attachments.flatMap(partOf));
}

function partOf({ contentId, size, content }: ParsedMail['attachments'][number]): MailPart[] {
  if (contentId === undefined) return [];
  return [{ contentId, size, read: () => Promise.resolve(content) }];
}
