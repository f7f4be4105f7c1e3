import { adminDb, mailbox, sandbox } from '../../local/worldClient.js';
import type { AnyChannel, FullPractice } from './fullPractice.js';
import type { Requested } from './outbox.js';
import { mailboxes, standIn } from './practice.js';
import type { Outcome } from './verdict.js';

export async function statesOf(messages: readonly Requested[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const db = adminDb();
  const found = await db.getAll(...messages.map(({ path }) => db.doc(path)), { fieldMask: ['state'] });
  return found.map((snapshot) => String(snapshot.get('state')));
}

type Count = Pick<Outcome, 'accepted' | 'handedOver'>;
type Counter = (message: Requested) => Count;

/** What each provider has of a message; of a mailbox: what its server took, and the copies that it keeps under Sent. */
async function counters({ house, user }: FullPractice): Promise<Record<AnyChannel, Counter>> {
  const [accepted, mails, texts, sent, filed] = await Promise.all([
    sandbox().accepted(),
    mailbox().list(),
    standIn().allMessages(),
    mailboxes().allMails(),
    house.messageIds(user, 'Sent'),
  ]);
  const mailIds = mails.map(({ headers }) => String(headers['message-id'] ?? ''));
  const handedToHouse = house.smtp.mails.map((raw) => /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? '');
  const byId = (ids: readonly string[], message: Requested): number =>
    ids.filter((id) => id.startsWith(ownIdOf(message))).length;
  const ownIds = sent.map(({ ownId }) => ownId);
  return {
    smtp: (message) => alike(byId(mailIds, message)),
    gmail: (message) => alike(byId(ownIds, message)),
    googleVoice: (message) => alike(byId(ownIds, message)),
    imap: (message) => {
      const count = byId(handedToHouse, message);
      return { accepted: count, handedOver: Math.max(count, byId(filed, message)) };
    },
    twilio: ({ task: { contactId, messageId } }) =>
      alike(texts.filter(({ statusCallback: to }) => to.endsWith(`/${contactId}/${messageId}`)).length),
    sandbox: ({ task: { orgId, contactId, messageId } }) => {
      const found = accepted.filter(({ clientRef }) => clientRef === `${orgId}/${contactId}/${messageId}`);
      return { accepted: found.length, handedOver: found.reduce((sum, { posts }) => sum + posts, 0) };
    },
  };
}

export async function outcomesOf(practice: FullPractice, messages: readonly Requested[]): Promise<Outcome[]> {
  const [states, count] = await Promise.all([statesOf(messages), counters(practice)]);
  return messages.map((requested, at) => ({
    requested,
    state: states[at] ?? 'missing',
    ...count[requested.channel](requested),
  }));
}

function ownIdOf({ task: { orgId, contactId, messageId } }: Requested): string {
  return `<${messageId}.${contactId}.${orgId}@`;
}

/** Without idempotency keys each handing over is a message that the lead gets. */
function alike(count: number): Count {
  return { accepted: count, handedOver: count };
}
