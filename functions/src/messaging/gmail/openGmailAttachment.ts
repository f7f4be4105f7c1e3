import type { GmailCredentials } from '@leadpulse/model';
import { Readable } from 'node:stream';
import { readMailAt } from './readMailAt.js';

/** A file of a mail, from the mailbox where it lies; null: the mail or the part is not there any more. */
export async function openGmailAttachment(
  credentials: GmailCredentials,
  { messageIdHeader, partId }: { messageIdHeader: string; partId: string },
  signal: AbortSignal,
): Promise<Readable | null> {
  const mail = await readMailAt(credentials, messageIdHeader, signal);
  const part = mail?.attachments.find((each) => (each.partId ?? '1') === partId);
  return part ? Readable.from([part.content]) : null;
}
