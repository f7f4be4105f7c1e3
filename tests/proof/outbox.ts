import { randomBytes } from 'node:crypto';
import type { SendTask } from '../../functions/src/messaging/sendTask.js';
import { silentContact } from './contactData.js';
import { deliverAgain, taskAgain } from './deliverAgain.js';
import type { AnyChannel, FullPractice } from './fullPractice.js';
import { voiceRelayOf } from './fullPractice.js';
import { createDocument, type RestDocument } from './restDocument.js';

/** A message that was asked for, with what is needed to deliver its event and its task once more. */
export interface Requested {
  channel: AnyChannel;
  contactId: string;
  messageId: string;
  path: string;
  document: RestDocument;
  task: SendTask;
}

interface Wish {
  channel: AnyChannel;
  undoSeconds: number;
  /** How long ago it was asked for; past the sweeper's grace it need not wait for it. */
  agedSeconds?: number;
  messageId?: string;
  phone?: string; // of the lead
}

const MAILS = new Set<AnyChannel>(['smtp', 'gmail', 'imap']);

let contacts = 0;

/** An id as the web SDK makes them. */
export function newMessageId(): string {
  return randomBytes(15).toString('base64url').replace(/[-_]/g, 'x');
}

/** Creates a contact and a message to it, as the composer's batch would leave them. */
export async function requestMessage(practice: FullPractice, wish: Wish): Promise<Requested> {
  const { orgId } = practice;
  const messageId = wish.messageId ?? newMessageId();
  const number = ++contacts;
  const contactId = `c${String(number)}x${messageId}`;
  const { phone } = wish;
  const silent = { ...silentContact(number), ...(phone !== undefined && { phones: [phone] }) };
  const contact = {
    ...silent,
    lastInboundAt: new Date(), // in a conversation: no quiet hours
    ...(wish.channel === 'googleVoice' && {
      voiceRelays: silent.phones.map((phone) => voiceRelayOf(practice, phone)),
    }),
  };
  await createDocument(`orgs/${orgId}/contacts/${contactId}`, contact);
  const path = `orgs/${orgId}/contacts/${contactId}/messages/${messageId}`;
  const content = contentOf(practice, wish, { ...contact, number });
  const at = new Date(Date.now() - (wish.agedSeconds ?? 0) * 1000);
  const document = await createDocument(path, {
    ...content,
    direction: 'out',
    requestedBy: practice.uid,
    at,
    requestedAt: at,
  });
  const task: SendTask = {
    orgId,
    contactId,
    messageId,
    version: versionOf(document.updateTime),
    message: {
      ...content,
      attempts: 0,
      atMs: at.getTime(),
      requestedAtMs: at.getTime(),
      sendAtMs: null,
      leaseUntilMs: null,
    },
  };
  return { channel: wish.channel, contactId, messageId, path, document, task };
}

function contentOf(
  practice: FullPractice,
  wish: Wish,
  contact: { phones: string[]; emails: string[]; number: number },
) {
  const { accountId, address } = practice.senders[wish.channel];
  const body = `Message ${contact.number} of the proof`;
  const common = {
    accountId,
    from: address,
    state: 'requested',
    undoSeconds: wish.undoSeconds,
    body,
  } as const;
  return MAILS.has(wish.channel)
    ? ({
        ...common,
        channel: 'email',
        to: contact.emails[0] ?? '',
        subject: `Proof ${contact.number}`,
      } as const)
    : ({ ...common, channel: 'sms', to: contact.phones[0] ?? '' } as const);
}

function versionOf(time: string): { seconds: number; nanoseconds: number } {
  const [, fraction = ''] = /\.(\d+)Z$/.exec(time) ?? [];
  return { seconds: Math.floor(Date.parse(time) / 1000), nanoseconds: Number(fraction.padEnd(9, '0')) };
}

/** Delivers the message's event once more, as Eventarc may. A refusal is an answer too: Eventarc would come again. */
export function deliverEvent({ document }: Requested): Promise<number> {
  return deliverAgain('onMessageRequested', { value: document });
}

/** Delivers the message's task once more, as Cloud Tasks may. */
export function deliverTask({ task }: Requested): Promise<number> {
  return taskAgain('sendMessage', task);
}
