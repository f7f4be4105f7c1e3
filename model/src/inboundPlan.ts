import type { Channel } from './account.js';
import type { Contact, LastMessage } from './contact.js';
import type { Purpose } from './message.js';
import type { Moment } from './moment.js';
import type { OptOutReading } from './optOut.js';
import { previewOf } from './preview.js';
import { CONFIRMATION_MS } from './sendGate.js';

export interface InboundMessage {
  messageId: string;
  channel: Channel;
  body: string;
  receivedAt: Moment;
  nowMs: number;
}

export interface InboundPlan {
  /** The fields to write on the contact; `optOut` also on every other contact that holds the address. */
  contact: Pick<Contact, 'lastMessage' | 'lastInboundAt' | 'waitingSince' | 'inbox' | 'optOut'>;
  suppression: 'add' | 'lift' | null;
  consent: 'revoke' | 'grant' | 'doubt' | null; // doubt: a question to a member, and no message until it is answered
  answer: Exclude<Purpose, 'conversation'> | null;
}

type Before = Pick<
  Contact,
  'lastMessage' | 'lastInboundAt' | 'waitingSince' | 'optOut' | 'optOutQuestion'
> & {
  inbox: Pick<Contact['inbox'], 'unread'>;
};

const NEW: Before = {
  lastMessage: null,
  lastInboundAt: null,
  waitingSince: null,
  optOut: { sms: false, email: false },
  inbox: { unread: 0 },
};

function later(a: Moment | null, b: Moment): Moment {
  return a !== null && a.toMillis() > b.toMillis() ? a : b;
}

function lastMessageOf(inbound: InboundMessage): LastMessage {
  return {
    messageId: inbound.messageId,
    at: inbound.receivedAt,
    channel: inbound.channel,
    direction: 'in',
    preview: previewOf(inbound.body),
  };
}

/** After STOP nobody waits for an answer, HELP is answered by us at once; any other message waits. */
function waitingSince(before: Before, inbound: InboundMessage, kind: OptOutReading['kind']): Moment | null {
  if (kind === 'stop') return null;
  return kind === 'help' ? before.waitingSince : (before.waitingSince ?? inbound.receivedAt);
}

/**
 * One confirmation for each opt-out and each opt-in; asking for what is so already is not answered again, and an opt-out
 * that came late is not confirmed at all.
 */
function answerTo(
  wasOptedOut: boolean,
  kind: OptOutReading['kind'],
  { receivedAt, nowMs }: InboundMessage,
): InboundPlan['answer'] {
  if (kind === 'help') return 'help';
  if (kind === 'stop') {
    const isLate = nowMs - receivedAt.toMillis() > CONFIRMATION_MS;
    return wasOptedOut || isLate ? null : 'opt-out-confirmation';
  }
  return kind === 'start' && wasOptedOut ? 'opt-in-confirmation' : null;
}

const LEDGER = {
  stop: { suppression: 'add', consent: 'revoke' },
  start: { suppression: 'lift', consent: 'grant' },
  help: { suppression: null, consent: null },
  unclear: { suppression: null, consent: 'doubt' },
  none: { suppression: null, consent: null },
} as const;

/** Unclear words of somebody who opted out, or who is asked about already, raise no new question. */
function isKnown(before: Before, { channel }: InboundMessage, kind: OptOutReading['kind']): boolean {
  return kind === 'unclear' && (before.optOut[channel] || before.optOutQuestion?.[channel] !== undefined);
}

const SECOND_MS = 1000;

/**
 * Where a message stands in its conversation: a mail says its time to the second, and of one person's within the same second
 * the one that is taken in later stands below.
 */
export function placedAtMs(receivedAtMs: number, lastInboundAtMs: number | null): number {
  const isToTheSecond = receivedAtMs % SECOND_MS === 0;
  const sinceMs = (lastInboundAtMs ?? -Infinity) - receivedAtMs;
  const isSameSecond = sinceMs >= 0 && sinceMs < SECOND_MS;
  return isToTheSecond && isSameSecond ? receivedAtMs + sinceMs + 1 : receivedAtMs;
}

/** What a message that came in changes; `existing` null is a contact it has just made. A late one stays history. */
export function planInbound(
  existing: Before | null,
  inbound: InboundMessage,
  reading: OptOutReading,
): InboundPlan {
  const before = existing ?? NEW;
  const { kind } = reading;
  const wasOptedOut = before.optOut[inbound.channel];
  const isLatest = (before.lastMessage?.at.toMillis() ?? -Infinity) <= inbound.receivedAt.toMillis();
  const optedOut = kind === 'stop' || (kind !== 'start' && wasOptedOut);
  return {
    contact: {
      lastMessage: isLatest ? lastMessageOf(inbound) : before.lastMessage,
      lastInboundAt: later(before.lastInboundAt, inbound.receivedAt),
      waitingSince: waitingSince(before, inbound, kind),
      inbox: { status: 'open', unread: before.inbox.unread + 1, snoozedUntil: null },
      optOut: { ...before.optOut, [inbound.channel]: optedOut },
    },
    ...LEDGER[isKnown(before, inbound, kind) ? 'none' : kind],
    answer: answerTo(wasOptedOut, kind, inbound),
  };
}

/** What the mailbox itself says of a mail that is read from it. */
export interface MailboxMarks {
  isRead: boolean;
  isAnswered: boolean;
}

/**
 * A mail that somebody has read or answered where it lies is not news here. One that is older than what we know of the
 * conversation already is history: it opens nothing, and nobody waits for an answer to it.
 */
export function heedMailbox(
  plan: InboundPlan,
  before: Before,
  receivedAt: Moment,
  { isRead, isAnswered }: MailboxMarks,
): InboundPlan {
  const last = before.lastMessage;
  const isOvertaken = last !== null && last.at.toMillis() > receivedAt.toMillis();
  const isDone = isAnswered || (isOvertaken && last.direction === 'out');
  const { contact } = plan;
  return {
    ...plan,
    contact: {
      ...contact,
      inbox: isRead ? { ...contact.inbox, unread: before.inbox.unread } : contact.inbox,
      waitingSince: isDone && contact.waitingSince ? before.waitingSince : contact.waitingSince,
    },
  };
}

/** What was sent from the account by another program: an answer to whoever waited before it, unless a machine wrote it. */
export function planSentElsewhere(
  before: Pick<Contact, 'lastMessage' | 'waitingSince'>,
  sent: { messageId: string; channel: Channel; at: Moment; body: string; isAutomatic: boolean },
): Partial<Pick<Contact, 'lastMessage' | 'waitingSince'>> {
  const atMs = sent.at.toMillis();
  const isLatest = (before.lastMessage?.at.toMillis() ?? -Infinity) < atMs;
  const { messageId, channel, at, body, isAutomatic } = sent;
  const isAnswer = !isAutomatic && before.waitingSince !== null && before.waitingSince.toMillis() <= atMs;
  return {
    ...(isLatest && {
      lastMessage: { messageId, at, channel, direction: 'out', preview: previewOf(body) },
    }),
    ...(isAnswer && { waitingSince: null }),
  };
}
