import type { Readable } from 'node:stream';
import type { ReadyAccount } from './accounts.js';

interface AttachmentPlace {
  providerId: string; // of the message
  partId: string;
}

/** Opens what came with a message where it lies; null: it is not there any more. A kind that keeps none has no line here. */
export async function openAttachment(
  { account, credentials }: ReadyAccount,
  { providerId, partId }: AttachmentPlace,
  signal: AbortSignal,
): Promise<Readable | null> {
  const { mailbox, twilio } = credentials;
  if (account.kind === 'imap' && mailbox) {
    const { openMailFile } = await import('./channels/imap/openMailFile.js');
    return openMailFile(mailbox, { messageId: providerId, partId }, signal);
  }
  if (account.kind !== 'twilio' || !twilio) return null;
  const { openTwilioMedia } = await import('./channels/twilio/media.js');
  return openTwilioMedia(twilio, { messageSid: providerId, mediaSid: partId }, signal);
}
