import type { MailboxSettings } from '@leadpulse/model';
import type { ImapFlow, MessageStructureObject } from 'imapflow';
import type { Readable } from 'node:stream';
import { collectHtml } from '../../mail/collectHtml.js';
import type { MailPart } from '../../mail/inlinePictures.js';
import { inlinePictures, MOST_PICTURE_BYTES } from '../../mail/inlinePictures.js';
import { findMail } from './findMail.js';
import { openImap } from './imapConnection.js';

const PATIENCE_MS = 20_000;
const MOST_PARTS = 10;

/**
 * A mail as its sender made it: its HTML with the pictures inside the mail, without the files beside it. null: neither the
 * inbox nor Sent has it any more. @processor organization-mail
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
    const leaves = leavesOf(mail.bodyStructure);
    const parts = leaves.filter(isHtml).map(({ part }) => part ?? '1' /* a mail that is nothing else */);
    if (parts.length === 0) return null;
    const html = await collectHtml(download(client, uid, parts.slice(0, MOST_PARTS)));
    return await inlinePictures(html, picturesOf(client, uid, leaves));
  } finally {
    client.close();
  }
}

/** What a mail is made of; not what a mail inside it is made of. */
function leavesOf(node: MessageStructureObject): MessageStructureObject[] {
  if (node.type.startsWith('message/')) return [];
  return node.childNodes ? node.childNodes.flatMap(leavesOf) : [node];
}

/** Not what lies beside the mail as a file. */
function isHtml({ type, disposition }: MessageStructureObject): boolean {
  return type === 'text/html' && disposition !== 'attachment';
}

async function* download(client: ImapFlow, uid: string, parts: string[]): AsyncGenerator<Readable> {
  for (const part of parts) {
    const { content } = await client.download(uid, part, { uid: true });
    if (content) yield content;
  }
}

function picturesOf(client: ImapFlow, uid: string, leaves: MessageStructureObject[]): MailPart[] {
  return leaves.flatMap(({ id, part, size = 0, encoding }) => {
    if (!id || !part) return [];
    const bytes = encoding === 'base64' ? Math.floor((size * 3) / 4) : size;
    return { contentId: id, size: bytes, read: () => readWhole(client, uid, part) };
  });
}

async function readWhole(client: ImapFlow, uid: string, part: string): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const content of download(client, uid, [part])) {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= MOST_PICTURE_BYTES) chunks.push(chunk); // read to its end, or the connection is of no more use
    }
  }
  return size > MOST_PICTURE_BYTES ? null : Buffer.concat(chunks);
}
