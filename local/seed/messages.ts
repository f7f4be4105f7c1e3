import type { Message } from '@leadpulse/model';
import { planSentIn, previewOf } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { MAIL_DOMAIN } from '../world/environment.js';
import type { PlannedContact, SendingAccount } from './plan.js';
import { ACCOUNTS, HARBOR_ORG_ID } from './plan.js';

interface Line {
  channel: Message['channel'];
  at: Date;
  body: string;
  subject?: string;
  account?: SendingAccount;
}

/** Adds a message that came in; the contact waits for an answer from its first unanswered one on. */
export function addInbound(planned: PlannedContact, line: Line, extra: Partial<Message> = {}): string {
  const { contact } = planned;
  const at = Timestamp.fromDate(line.at);
  const account = line.account ?? accountFor(line.channel);
  const messageId = nextId(planned);
  planned.messages.set(messageId, {
    channel: line.channel,
    direction: 'in',
    accountId: account.id,
    from: addressOf(planned, line.channel),
    to: account.address,
    body: line.body,
    ...(line.channel === 'email' && { subject: subjectOf(planned, line), references: threadOf(planned) }),
    state: 'received',
    at,
    providerId:
      line.channel === 'email' ? `<${messageId}@${hostOf(planned)}>` : `sb_${planned.contactId}_${messageId}`,
    ...extra,
  });
  contact.lastInboundAt = at;
  contact.waitingSince ??= at;
  noteLast(planned, messageId, line, 'in');
  return messageId;
}

/** Adds a message that went out and arrived, unless `extra` says otherwise. */
export function addOutbound(
  planned: PlannedContact,
  line: Line & { by: string },
  extra: Partial<Message> = {},
): string {
  const at = Timestamp.fromDate(line.at);
  const account = line.account ?? accountFor(line.channel);
  const messageId = nextId(planned);
  const isMail = account.id === ACCOUNTS.office.id;
  const later = (seconds: number): Timestamp => Timestamp.fromMillis(line.at.getTime() + seconds * 1000);
  planned.messages.set(messageId, {
    channel: line.channel,
    direction: 'out',
    accountId: account.id,
    from: account.address,
    to: addressOf(planned, line.channel),
    body: line.body,
    ...(line.channel === 'email' && { subject: subjectOf(planned, line), references: threadOf(planned) }),
    state: isMail ? 'sent' : 'delivered',
    at,
    requestedBy: line.by,
    requestedAt: at,
    undoSeconds: 10,
    decision: { allowed: true, reasons: [], at: later(10) },
    attempts: 1,
    leaseUntil: null,
    error: null,
    providerId: isMail ? mailId(planned, messageId) : `sb_${planned.contactId}_${messageId}`,
    sentAt: later(11),
    ...planSentIn(HARBOR_ORG_ID, extra, later(11).toMillis()),
    ...(!isMail && { deliveredAt: later(12) }),
    ...extra,
  });
  planned.contact.waitingSince = null;
  noteLast(planned, messageId, line, 'out');
  return messageId;
}

/** Takes fields off a message that a planned one does not have, and puts others on. */
export function changeMessage(
  planned: PlannedContact,
  messageId: string,
  fields: Partial<Message>,
  without: (keyof Message)[] = [],
): void {
  const message = planned.messages.get(messageId);
  if (!message) throw new Error(`${planned.contactId} has no message ${messageId}`);
  const kept = Object.entries({ ...message, ...fields }).filter(
    ([name]) => !without.includes(name as keyof Message),
  );
  planned.messages.set(messageId, Object.fromEntries(kept) as Message);
}

/** What a message has once it was sent; one that was not, lacks it. */
export const AFTER_SENDING: (keyof Message)[] = ['providerId', 'sentAt', 'sentIn', 'deliveredAt'];

function accountFor(channel: Message['channel']): SendingAccount {
  return channel === 'sms' ? ACCOUNTS.number : ACCOUNTS.office;
}

function nextId({ messages }: PlannedContact): string {
  return `m${messages.size + 1}`;
}

function mailId({ contactId }: PlannedContact, messageId: string): string {
  return `<${messageId}.${contactId}.${HARBOR_ORG_ID}@${MAIL_DOMAIN}>`;
}

function addressOf({ contactId, contact }: PlannedContact, channel: Message['channel']): string {
  const [address] = channel === 'sms' ? contact.phones : contact.emails;
  if (address === undefined) throw new Error(`${contactId} has no address for ${channel}`);
  return address;
}

function hostOf({ contact }: PlannedContact): string {
  return contact.emails[0]?.split('@')[1] ?? 'example.com';
}

function emailsOf({ messages }: PlannedContact): Message[] {
  return [...messages.values()].filter(({ channel }) => channel === 'email');
}

/** A subject of its own opens a thread; without one the mail answers the last. */
function subjectOf(planned: PlannedContact, { subject }: Line): string {
  if (subject !== undefined) return subject;
  const last = emailsOf(planned).at(-1)?.subject ?? 'Your message';
  return last.startsWith('Re: ') ? last : `Re: ${last}`;
}

function threadOf(planned: PlannedContact): string[] {
  return emailsOf(planned).flatMap(({ providerId }) => (providerId?.startsWith('<') ? [providerId] : []));
}

function noteLast({ contact }: PlannedContact, messageId: string, line: Line, direction: 'in' | 'out'): void {
  contact.lastMessage = {
    messageId,
    at: Timestamp.fromDate(line.at),
    channel: line.channel,
    direction,
    preview: previewOf(line.body),
  };
}
