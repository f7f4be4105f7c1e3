import type { ImapFlow } from 'imapflow';

/** What mail programs call it where the server does not mark it (RFC 6154). */
const NAMES = /^(?:inbox[./])?sent(?: (?:items|messages|mail))?$/i;

/** The folder in which a mailbox keeps what was sent; null: it has none yet. */
export async function findSentFolder(client: ImapFlow): Promise<string | null> {
  const folders = await client.list();
  const marked = folders.find(({ specialUse }) => specialUse === '\\Sent');
  const found = marked ?? folders.find(({ path }) => NAMES.test(path));
  return found?.path ?? null;
}

/** Whether a folder holds a mail with this Message-ID. */
export async function holdsMail(client: ImapFlow, path: string, messageId: string): Promise<boolean> {
  await client.mailboxOpen(path, { readOnly: true });
  const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
  return Array.isArray(found) && found.length > 0;
}
