import type { MailboxSettings } from '@leadpulse/model';
import type { ImapFlow, MessageStructureObject } from 'imapflow';
import type { Readable } from 'node:stream';
import { collectHtml } from '../../mail/collectHtml.js';
import { findMail } from './findMail.js';
import { openImap } from './imapConnection.js';

const PATIENCE_MS = 20_000;
const MOST_PARTS = 10;

/**
 * A mail as its sender made it: its HTML, without the files beside it. null: neither the inbox nor Sent has it any more.
 * @processor organization-mail
 */
export async function openMailHtml(
  mailbox: MailboxSettings,
  messageId: string,
  signal: AbortSignal,
): Promise<string | null> {
  const client = await openImap(mailbox, { signal, timeoutMs: PATIENCE_MS });
  try {
    const uid = await findMail(client, messageId);
    const mail = uid !== null && (await client.fetchOne(uid, { bodyStructure: true }, { uid: true }));
    if (uid === null || !mail || !mail.bodyStructure) return null;
    const parts = htmlParts(mail.bodyStructure).slice(0, MOST_PARTS);
    return parts.length === 0 ? null : await collectHtml(download(client, uid, parts));
  } finally {
    client.close();
  }
}

/** Not what lies beside the mail as a file, nor what a mail inside it is made of. */
function htmlParts({ type, part, disposition, childNodes = [] }: MessageStructureObject): string[] {
  if (disposition === 'attachment' || type.startsWith('message/')) return [];
  if (type === 'text/html') return [part ?? '1' /* a mail that is nothing else */];
  return childNodes.flatMap(htmlParts);
}

async function* download(client: ImapFlow, uid: string, parts: string[]): AsyncGenerator<Readable> {
  for (const part of parts) {
    const { content } = await client.download(uid, part, { uid: true });
    if (content) yield content;
  }
}
