import type { Query } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { contactsOf } from '../platform/refs.js';

/** Conversations in which nothing was said since a moment: the last message is older, or there is none and the contact is. */
export function oldConversations(orgId: string, cutoffMs: number): [spoken: Query, silent: Query] {
  const cutoff = Timestamp.fromMillis(cutoffMs);
  const contacts = contactsOf(orgId);
  return [
    contacts.where('lastMessage.at', '<', cutoff).orderBy('lastMessage.at'),
    contacts.where('lastMessage', '==', null).where('createdAt', '<', cutoff).orderBy('createdAt'),
  ];
}
