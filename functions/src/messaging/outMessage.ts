import { messageSchema } from '@leadpulse/model';
import type { DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { MessagePath } from '../platform/refs.js';
import { messagePathOf } from '../platform/refs.js';

const { shape } = messageSchema;

/** What sending needs of a message; plain JSON, so that a task can carry it. */
export const outMessageSchema = z.object({
  channel: shape.channel,
  accountId: shape.accountId,
  from: shape.from,
  to: shape.to,
  subject: shape.subject,
  body: shape.body,
  references: shape.references,
  state: shape.state,
  purpose: shape.purpose,
  sentIn: shape.sentIn,
  undoSeconds: shape.undoSeconds,
  attempts: z.int().min(0),
  hasCallBegun: shape.hasCallBegun,
  hadTurn: z.boolean().optional(), // it waited for the pace of its account, and goes at `sendAt`
  previousProviderId: shape.previousProviderId,
  atMs: z.number(),
  requestedAtMs: z.number(),
  sendAtMs: z.number().nullable(),
  leaseUntilMs: z.number().nullable(),
});
export type OutMessage = z.infer<typeof outMessageSchema>;

/** A message as one read or event saw it; `version` makes the next write fail if anything has changed since. */
export interface SeenMessage {
  path: MessagePath;
  version: Timestamp;
  message: OutMessage;
}

/** Reads a message document that goes out; null for one that came in. */
function readOutMessage(data: unknown): OutMessage | null {
  const message = messageSchema.parse(data);
  if (message.direction === 'in') return null;
  const atMs = message.at.toMillis();
  return outMessageSchema.parse({
    ...message,
    attempts: message.attempts ?? 0,
    hadTurn: message.decision?.reasons.some(({ code }) => code === 'pace'),
    atMs,
    requestedAtMs: message.requestedAt?.toMillis() ?? atMs,
    sendAtMs: message.sendAt?.toMillis() ?? null,
    leaseUntilMs: message.leaseUntil?.toMillis() ?? null,
  });
}

/** A message that goes out, as this snapshot shows it; null for one that came in or is not there. */
export function seenMessage(snapshot: DocumentSnapshot): SeenMessage | null {
  if (!snapshot.exists || !snapshot.updateTime) return null;
  const message = readOutMessage(snapshot.data());
  return message && { path: messagePathOf(snapshot.ref), version: snapshot.updateTime, message };
}
