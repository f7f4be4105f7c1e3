import type { Readable } from 'node:stream';
import type { ReadyAccount } from './accounts.js';

interface AttachmentPlace {
  providerId: string; // of the message
  partId: string;
}

/** Opens what came with a message where it lies; null: it is not there any more. A kind that keeps none has no line here. */
export async function openAttachment(
  { credentials: { mailbox, twilio, gmail } }: ReadyAccount,
  { providerId, partId }: AttachmentPlace,
  signal: AbortSignal,
): Promise<Readable | null> {
  if (mailbox) {
    const { openMailFile } = await import('./channels/imap/openMailFile.js');
    return openMailFile(mailbox, { messageId: providerId, partId }, signal);
  }
  if (twilio) {
    const { openTwilioMedia } = await import('./channels/twilio/media.js');
    return openTwilioMedia(twilio, { messageSid: providerId, mediaSid: partId }, signal);
  }
  if (!gmail) return null;
  const { openGmailAttachment } = await import('./gmail/openGmailAttachment.js');
  return openGmailAttachment(gmail, { messageIdHeader: providerId, partId }, signal);
}
