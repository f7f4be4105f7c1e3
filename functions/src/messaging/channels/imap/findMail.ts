import type { ImapFlow } from 'imapflow';
import { findSentFolder } from './sentFolder.js';

/** Opens the folder that has this mail, wherever its number has gone, and tells the number. null: neither the inbox nor Sent has it. */
export async function findMail(client: ImapFlow, messageId: string): Promise<string | null> {
  const sent = await findSentFolder(client);
  for (const path of ['INBOX', ...(sent === null ? [] : [sent])]) {
    await client.mailboxOpen(path, { readOnly: true });
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    const [uid] = Array.isArray(found) ? found : [];
    if (uid !== undefined) return String(uid);
  }
  return null;
}
