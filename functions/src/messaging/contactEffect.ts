import type { Channel } from '@leadpulse/model';
import { previewOf } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import type { SendingContact } from './lease.js';
import type { OutMessage } from './outMessage.js';

type Fields = Record<string, unknown> | null;

/** The composer has moved its contact to the top; a message that was created alone does it here. */
export function afterLease(
  contact: Pick<SendingContact, 'lastMessage'>,
  messageId: string,
  message: OutMessage,
): Fields {
  const { lastMessage } = contact;
  const isAutomatic = message.purpose !== undefined && message.purpose !== 'conversation';
  if (isAutomatic || lastMessage?.messageId === messageId) return null;
  if (lastMessage && lastMessage.at.toMillis() >= message.atMs) return null;
  const at = Timestamp.fromMillis(message.atMs);
  const preview = previewOf(message.body);
  return {
    lastMessage: { messageId, at, channel: message.channel, direction: 'out', preview },
    waitingSince: null,
  };
}

/** A message that does not go out is no answer: who wrote last waits again, unless they asked to be left alone. */
export function afterBlock(
  contact: Pick<SendingContact, 'lastMessage' | 'lastInboundAt' | 'optOut'>,
  messageId: string,
  channel: Channel,
): Fields {
  const { lastMessage, lastInboundAt, optOut } = contact;
  if (lastMessage?.messageId !== messageId || lastInboundAt === null || optOut[channel]) return null;
  return { waitingSince: lastInboundAt };
}
