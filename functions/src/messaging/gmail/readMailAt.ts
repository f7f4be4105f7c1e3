import type { GmailCredentials } from '@leadpulse/model';
import { findMails, readRaw } from '../channels/gmail/mailbox.js';
import type { ParsedMail } from '../mail/parseMail.js';

/** A mail of a Gmail mailbox by its Message-ID, taken apart; null: it is not there any more. */
export async function readMailAt(
  credentials: GmailCredentials,
  messageIdHeader: string,
  signal: AbortSignal,
): Promise<ParsedMail | null> {
  const q = `rfc822msgid:${messageIdHeader.replace(/[<>]/g, '')}`;
  const [found] = (await findMails(credentials, { q, most: 1 }, signal)).messages;
  const mail = found ? await readRaw(credentials, found.id, signal) : null;
  if (!mail) return null;
  const { parseMail } = await import('../mail/parseMail.js');
  return parseMail(mail.raw);
}
