import type { ReadyAccount } from './accounts.js';

/** Opens a mail where it lies, as it was sent; null: it is not there any more. A kind that keeps none has no line here. */
export async function openHtml(
  { account, credentials: { mailbox } }: ReadyAccount,
  messageId: string,
  signal: AbortSignal,
): Promise<string | null> {
  if (account.kind !== 'imap' || !mailbox) return null;
  const { openMailHtml } = await import('./channels/imap/openMailHtml.js');
  return openMailHtml(mailbox, messageId, signal);
}
