import type { Channel, Purpose } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import type { Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import type { MessagePath } from '../platform/refs.js';
import { messageRef } from '../platform/refs.js';
import type { Inbound } from './inbound.js';

type AnswerPurpose = Exclude<Purpose, 'conversation'>;

/** What we answer ourselves to STOP, START and HELP; its id comes from the message, so there is one. */
export function writeAnswer(
  tx: Transaction,
  path: MessagePath,
  inbound: Inbound,
  { purpose, orgName }: { purpose: AnswerPurpose; orgName: string },
): void {
  const { channel, account, from, subject, providerId, references } = inbound;
  const messageId = `${purpose === 'help' ? 'help' : 'confirm'}_${path.messageId}`;
  const at = Timestamp.now();
  const askedAt = purpose === 'opt-out-confirmation' ? Timestamp.fromMillis(inbound.receivedAtMs) : at;
  tx.set(messageRef({ ...path, messageId }), {
    channel,
    direction: 'out',
    accountId: account.accountId,
    from: account.account.address,
    to: from,
    ...(channel === 'email' && {
      subject: replySubject(subject ?? ''),
      references: [...references, providerId].slice(-LIMITS.references),
    }),
    body: answerText(purpose, channel, orgName),
    state: 'requested',
    purpose,
    at,
    requestedBy: 'system',
    requestedAt: askedAt, // the gate counts the five minutes of a confirmation from here
    undoSeconds: 0,
  });
}

/** @internal */
export function replySubject(subject: string): string {
  const line = subject.replace(/\s+/gu, ' ').trim();
  return (/^re:/iu.test(line) ? line : `Re: ${line}`).slice(0, LIMITS.subject).trim();
}

/** CTIA asks for the organization's name and the way out in each of them. */
function answerText(purpose: AnswerPurpose, channel: Channel, orgName: string): string {
  const [messages, verb] = channel === 'sms' ? ['texts', 'Text'] : ['emails', 'Reply'];
  switch (purpose) {
    case 'opt-out-confirmation':
      return `${orgName}: you will get no more ${messages} from us. ${verb} START to get them again.`;
    case 'opt-in-confirmation':
      return `${orgName}: you will get ${messages} from us again. ${verb} STOP to end them, HELP for help.`;
    case 'help':
      return `${orgName}: a person reads this and answers you. ${verb} STOP to get no more ${messages}.`;
  }
}
