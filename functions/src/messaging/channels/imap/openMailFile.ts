import type { MailboxSettings } from '@leadpulse/model';
import type { ImapFlow } from 'imapflow';
import type { Readable } from 'node:stream';
import { findMail } from './findMail.js';
import { openImap } from './imapConnection.js';

const PATIENCE_MS = 20_000;

/**
 * A file of a mail, as it comes out of the mailbox; the mail is found by its Message-ID, wherever its number has gone. null:
 * neither the inbox nor Sent has it any more. @processor organization-mail
 */
export async function openMailFile(
  mailbox: MailboxSettings,
  { messageId, partId }: { messageId: string; partId: string },
  signal: AbortSignal,
): Promise<Readable | null> {
  const client = await openImap(mailbox, { signal, timeoutMs: PATIENCE_MS });
  try {
    const file = await findFile(client, messageId, partId);
    if (file) file.once('close', () => client.close());
    else client.close();
    return file;
  } catch (error) {
    client.close();
    throw error;
  }
}

async function findFile(client: ImapFlow, messageId: string, partId: string): Promise<Readable | null> {
  const uid = await findMail(client, messageId);
  if (uid === null) return null;
  const { content } = await client.download(uid, partId, { uid: true });
  return content ?? null;
}
