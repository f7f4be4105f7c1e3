import type { GmailCredentials } from '@leadpulse/model';
import { Readable } from 'node:stream';
import { collectHtml } from '../mail/collectHtml.js';
import { readMailAt } from './readMailAt.js';

/** A mail as its sender made it, from the mailbox where it lies; null: it is not there any more, or has words only. */
export async function openGmailHtml(
  credentials: GmailCredentials,
  messageIdHeader: string,
  signal: AbortSignal,
): Promise<string | null> {
  const mail = await readMailAt(credentials, messageIdHeader, signal);
  if (!mail || mail.html === '') return null;
  return collectHtml(Readable.from([Readable.from([Buffer.from(mail.html)])]));
}
