import { Timestamp } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { MessagePath } from '../platform/refs.js';
import { enqueueTask } from '../platform/taskQueue.js';
import type { OutMessage, SeenMessage } from './outMessage.js';
import { outMessageSchema } from './outMessage.js';

const id = z.string().min(1).max(128);

/** What a task says: which message, at which version, and for a short wait the message itself, so that nobody reads it again. */
export const sendTaskSchema = z.strictObject({
  orgId: id,
  contactId: id,
  messageId: id,
  version: z.strictObject({ seconds: z.number(), nanoseconds: z.number() }),
  message: outMessageSchema.optional(),
});
export type SendTask = z.infer<typeof sendTaskSchema>;

/** A task may hold 100 KB, base64 included. */
const MOST_CARRIED = 60_000;

/** Puts the message before `sendMessage` at the given time; the same version twice is one task. */
export async function enqueueSend(
  seen: { path: MessagePath; version: Timestamp },
  runAtMs: number,
  carried?: OutMessage,
): Promise<void> {
  const { seconds, nanoseconds } = seen.version;
  const data: SendTask = { ...seen.path, version: { seconds, nanoseconds } };
  if (carried && Buffer.byteLength(JSON.stringify(carried)) <= MOST_CARRIED) data.message = carried;
  const { orgId, contactId, messageId } = seen.path;
  const about = `send ${orgId}/${contactId}/${messageId}`;
  await enqueueTask(
    { functionName: 'sendMessage', about, version: seen.version, runAtMs, data: { ...data } },
    Date.now(),
  );
}

/** The message that a task carries; null: it has to be read. */
export function carriedMessage({ version, message, ...path }: SendTask): SeenMessage | null {
  return message ? { path, version: new Timestamp(version.seconds, version.nanoseconds), message } : null;
}
