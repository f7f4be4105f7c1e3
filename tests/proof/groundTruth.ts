import { adminDb, mailbox, sandbox } from '../../local/worldClient.js';
import type { Requested } from './outbox.js';
import { mailboxes, standIn } from './practice.js';
import type { Outcome } from './verdict.js';

export async function statesOf(messages: readonly Requested[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const db = adminDb();
  const found = await db.getAll(...messages.map(({ path }) => db.doc(path)), { fieldMask: ['state'] });
  return found.map((snapshot) => String(snapshot.get('state')));
}

export async function outcomesOf(messages: readonly Requested[]): Promise<Outcome[]> {
  const [states, accepted, mails, texts, sent] = await Promise.all([
    statesOf(messages),
    sandbox().accepted(),
    mailbox().list(),
    standIn().allMessages(),
    mailboxes().allMails(),
  ]);
  const mailIds = mails.map(({ headers }) => String(headers['message-id'] ?? ''));
  return messages.map((requested, at) => {
    const state = states[at] ?? 'missing';
    const { orgId, contactId, messageId } = requested.task;
    if (requested.channel === 'smtp') {
      const count = mailIds.filter((id) => id.startsWith(`<${messageId}.${contactId}.${orgId}@`)).length;
      return { requested, state, accepted: count, handedOver: count };
    }
    if (requested.channel === 'gmail') {
      const own = `<${messageId}.${contactId}.${orgId}@`;
      const count = sent.filter(({ ownId }) => ownId.startsWith(own)).length;
      return { requested, state, accepted: count, handedOver: count };
    }
    if (requested.channel === 'twilio') {
      const count = texts.filter(({ statusCallback }) =>
        statusCallback.endsWith(`/${contactId}/${messageId}`),
      ).length;
      return { requested, state, accepted: count, handedOver: count };
    }
    const found = accepted.filter(({ clientRef }) => clientRef === `${orgId}/${contactId}/${messageId}`);
    const handedOver = found.reduce((sum, { posts }) => sum + posts, 0);
    return { requested, state, accepted: found.length, handedOver };
  });
}
