import { previewOf, type Contact, type Message } from '@leadpulse/model';
import { FirebaseError } from 'firebase/app';
import { doc, serverTimestamp, updateDoc, writeBatch } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';
import type { Row } from '../../lib/live.js';
import { count } from '../../lib/telemetry/count.js';
import { contactRef, type ThreadPlace } from './requestMessage.js';

/**
 * Takes a message back before a sender has it, and the thread back to the message before; refused by the rules once a
 * sender has it. `messages` are the thread's, newest first.
 */
export async function cancelMessage(
  place: ThreadPlace,
  messageId: string,
  contact: Contact,
  messages: Row<Message>[],
): Promise<void> {
  count('message.undo');
  const ref = contactRef(place);
  const message = doc(ref, 'messages', messageId);
  const canceled = { state: 'canceled', canceledAt: serverTimestamp(), canceledBy: place.uid };
  if (contact.lastMessage?.messageId !== messageId) return updateDoc(message, canceled);
  const batch = writeBatch(db);
  batch.update(message, canceled);
  batch.update(ref, threadBefore(messageId, messages));
  try {
    await batch.commit();
  } catch (error) {
    if (!(error instanceof FirebaseError) || error.code !== 'permission-denied') throw error;
    await updateDoc(message, canceled); // a reply may have moved the thread on: then only the message is taken back
  }
}

function threadBefore(messageId: string, messages: Row<Message>[]) {
  const before = messages.find((row) => row.id !== messageId && row.data.state !== 'canceled');
  if (!before) return { lastMessage: null, waitingSince: null };
  const { at, channel, direction, body } = before.data;
  return {
    lastMessage: { messageId: before.id, at, channel, direction, preview: previewOf(body) },
    waitingSince: direction === 'in' ? at : null,
  };
}
