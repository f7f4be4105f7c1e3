import type { Message } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';
import type { Practice } from './people.js';
import { addLead, phoneOf, unique } from './people.js';

const MINUTE_MS = 60_000;

type Told = Partial<Message> &
  Pick<Message, 'channel' | 'direction' | 'state' | 'body'> & { minutesAgo: number };

const OPTED_OUT = {
  code: 'opted-out',
  text: 'They asked not to be texted. They can text START to hear from you again.',
};

/** One message of each kind and state that a bubble can show, oldest first. */
const STORY: Told[] = [
  {
    channel: 'email',
    direction: 'in',
    state: 'received',
    minutesAgo: 2900,
    subject: 'The house on Quay Street',
    body: 'Hello, is it still for sale?\n\nhttps://example.test/house/12\n\nOn Monday you wrote:\n> We have a new house.\n> It is by the sea.',
  },
  {
    channel: 'email',
    direction: 'out',
    state: 'sent',
    minutesAgo: 2890,
    subject: 'Re: The house on Quay Street',
    body: 'Dear Rosa,\n\nyes, it is. Shall we meet there?',
  },
  { channel: 'sms', direction: 'in', state: 'received', minutesAgo: 90, body: 'Text is easier for me 🙂' },
  {
    channel: 'sms',
    direction: 'out',
    state: 'delivered',
    minutesAgo: 80,
    body: 'Of course. Does Friday at ten suit you?',
  },
  {
    channel: 'sms',
    direction: 'out',
    state: 'failed',
    minutesAgo: 70,
    body: 'Or at eleven?',
    error: { code: 'unreachable', message: 'The number cannot be reached.' },
  },
  { channel: 'sms', direction: 'out', state: 'uncertain', minutesAgo: 60, body: 'I bring the keys.' },
  {
    channel: 'sms',
    direction: 'out',
    state: 'blocked',
    minutesAgo: 50,
    body: 'One more thing',
    decision: { allowed: false, reasons: [OPTED_OUT], at: Timestamp.now() },
  },
  {
    channel: 'sms',
    direction: 'out',
    state: 'scheduled',
    minutesAgo: 40,
    body: 'See you tomorrow.',
    sendAt: Timestamp.fromMillis(Date.now() + 1440 * MINUTE_MS),
  },
  { channel: 'sms', direction: 'in', state: 'received', minutesAgo: 30, body: 'STOP', optOutWord: 'STOP' },
];

/** A lead whose thread shows every kind of message, and a note; answers the contact's id. */
export async function tellStory(practice: Practice, name: string): Promise<string> {
  const phones = [phoneOf('05')];
  const emails = [`rosa-${unique()}@leads.test`];
  const contactId = await addLead(practice, { name, phones, emails });
  const accounts = await practice.accounts();
  const contact = adminDb().doc(`orgs/${practice.orgId}/contacts/${contactId}`);
  const batch = adminDb().batch();
  for (const [index, { minutesAgo, ...told }] of STORY.entries()) {
    const account = accounts.find(({ channel }) => channel === told.channel);
    const [ours, theirs] = [account?.address, told.channel === 'sms' ? phones[0] : emails[0]];
    const at = Timestamp.fromMillis(Date.now() - minutesAgo * MINUTE_MS);
    const isOut = told.direction === 'out';
    batch.set(contact.collection('messages').doc(`story${index}`), {
      accountId: account?.accountId,
      ...(isOut ? { from: ours, to: theirs } : { from: theirs, to: ours }),
      at,
      ...(isOut && { requestedBy: practice.owner.uid, requestedAt: at, sentAt: at, deliveredAt: at }),
      ...told,
    });
  }
  const at = Timestamp.fromMillis(Date.now() - 30 * MINUTE_MS);
  batch.set(contact.collection('notes').doc('note'), {
    body: 'Prefers the morning.',
    authorUid: practice.owner.uid,
    at: Timestamp.fromMillis(Date.now() - 85 * MINUTE_MS),
    mentions: [],
  });
  const lastMessage = {
    messageId: `story${STORY.length - 1}`,
    at,
    channel: 'sms',
    direction: 'in',
    preview: 'STOP',
  };
  batch.update(contact, {
    lastMessage,
    lastInboundAt: at,
    waitingSince: at,
    'inbox.unread': 1,
    tags: ['buyer', 'sea'],
    company: 'Luxemburg & Co',
    'optOut.sms': true,
    'optOutQuestion.email': { messageId: 'story0', address: emails[0], words: 'not interested', at },
  });
  await batch.commit();
  return contactId;
}

/** A lead who wrote one text and waits. */
export async function waitingLead(
  practice: Practice,
  name: string,
  minutesAgo: number,
  body: string,
): Promise<string> {
  const contactId = await addLead(practice, { name, phones: [phoneOf('05')] });
  const at = Timestamp.fromMillis(Date.now() - minutesAgo * MINUTE_MS);
  await adminDb()
    .doc(`orgs/${practice.orgId}/contacts/${contactId}`)
    .update({
      lastMessage: { messageId: 'story0', at, channel: 'sms', direction: 'in', preview: body },
      lastInboundAt: at,
      waitingSince: at,
      'inbox.unread': minutesAgo < 60 ? 1 : 0,
    });
  return contactId;
}
