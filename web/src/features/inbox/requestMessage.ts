import { previewOf, type Channel } from '@leadpulse/model';
import { collection, doc, serverTimestamp, Timestamp, writeBatch } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';
import { count } from '../../lib/telemetry/count.js';

/** One contact's thread, and who writes in it. */
export interface ThreadPlace {
  orgId: string;
  contactId: string;
  uid: string;
}

/** A message a person asks to be sent. */
export interface Outgoing {
  channel: Channel;
  accountId: string;
  from: string;
  to: string;
  subject: string;
  body: string;
  references: string[];
  undoSeconds: number;
  sendAt: number | null;
}

export function contactRef({ orgId, contactId }: ThreadPlace) {
  return doc(db, `orgs/${orgId}/contacts/${contactId}`);
}

/** Asks for a message, and moves the thread on in the same batch; it is on the screen before the server has it. */
export async function requestMessage(place: ThreadPlace, outgoing: Outgoing): Promise<void> {
  const contact = contactRef(place);
  const message = doc(collection(contact, 'messages'));
  const { channel, body, sendAt } = outgoing;
  count(channel === 'sms' ? 'message.sendText' : 'message.sendEmail');
  if (sendAt !== null) count('message.schedule');
  const batch = writeBatch(db);
  batch.set(message, messageOf(place, outgoing));
  batch.update(contact, {
    lastMessage: {
      messageId: message.id,
      at: serverTimestamp(),
      channel,
      direction: 'out',
      preview: previewOf(body),
    },
    waitingSince: null,
  });
  await batch.commit();
}

function messageOf({ uid }: ThreadPlace, outgoing: Outgoing) {
  const { channel, accountId, from, to, subject, body, references, undoSeconds, sendAt } = outgoing;
  const isEmail = channel === 'email';
  return {
    channel,
    direction: 'out',
    accountId,
    from,
    to,
    body,
    state: 'requested',
    at: serverTimestamp(),
    requestedBy: uid,
    requestedAt: serverTimestamp(),
    undoSeconds,
    ...(isEmail && subject !== '' ? { subject } : {}),
    ...(isEmail && references.length > 0 ? { references } : {}),
    ...(sendAt === null ? {} : { sendAt: Timestamp.fromMillis(sendAt) }),
  };
}
