import type { ReadyAccount } from './accounts.js';

/** Opens a mail where it lies, as it was sent; null: it is not there any more. A kind that keeps none has no line here. */
export async function openHtml(
  { credentials: { mailbox, gmail } }: ReadyAccount,
  messageId: string,
  signal: AbortSignal,
): Promise<string | null> {
  if (mailbox) {
    const { openMailHtml } = await import('./channels/imap/openMailHtml.js');
    return openMailHtml(mailbox, messageId, signal);
  }
  if (!gmail) return null;
  const { openGmailHtml } = await import('./gmail/openGmailHtml.js');
  return openGmailHtml(gmail, messageId, signal);
}
