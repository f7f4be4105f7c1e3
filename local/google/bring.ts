import type { Backstage } from './api/answer.js';
import { keepMail } from './mails.js';

/** A mail arrives in a mailbox, and who watches it is told. */
export async function bring(
  { store, pusher }: Pick<Backstage, 'store' | 'pusher'>,
  address: string,
  raw: string,
  labels: string[] = ['INBOX', 'UNREAD'],
): Promise<{ id: string; messageId: string; historyId: number }> {
  const { id, messageId, historyId } = keepMail(store, address, { raw, labels });
  await pusher.tell(address);
  return { id, messageId, historyId };
}
