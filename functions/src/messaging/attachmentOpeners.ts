import type { IncomingMessage } from 'node:http';
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
): Promise<IncomingMessage | null> {
  if (account.kind !== 'twilio' || !credentials.twilio) return null;
  const { openTwilioMedia } = await import('./channels/twilio/media.js');
  return openTwilioMedia(credentials.twilio, { messageSid: providerId, mediaSid: partId }, signal);
}
