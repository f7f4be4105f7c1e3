import type { Contact, Message, Note } from '@leadpulse/model';
import { db } from '../../lib/firebase/firestore.js';
import { useLiveDoc, type Row } from '../../lib/live.js';
import type { LiveRows } from '../../lib/livePages.js';
import { useLivePages } from '../../lib/useLivePages.js';
import { MESSAGES_PAGE, messagesQuery, NOTES_PAGE, notesQuery } from './inboxQueries.js';

export interface Thread {
  contact: Row<Contact>;
  messages: Row<Message>[] | null; // newest first; null while they load
  notes: Row<Note>[];
  hasOlder: boolean;
  isLoadingOlder: boolean;
  showOlder: () => void;
}

export type LiveThread =
  | { status: 'loading' }
  | { status: 'gone' } // deleted, or no longer for this member to see
  | { status: 'failed'; retry: () => void }
  | { status: 'ready'; thread: Thread };

/** A contact with its messages of all channels and its notes, live. `listed` is shown until the contact itself came. */
export function useThread(orgId: string, contactId: string, listed: Row<Contact> | null): LiveThread {
  const path = `orgs/${orgId}/contacts/${contactId}`;
  const contact = useLiveDoc<Contact>(path);
  const messages = useLivePages<Message>(
    `messages:${path}`,
    (bounds) => messagesQuery(db, path, bounds),
    MESSAGES_PAGE,
  );
  const notes = useLivePages<Note>(`notes:${path}`, (bounds) => notesQuery(db, path, bounds), NOTES_PAGE);

  if (contact.status === 'denied' || isDenied(messages.live)) return { status: 'gone' };
  if (contact.status === 'failed') return contact;
  if (messages.live.status === 'failed') return { status: 'failed', retry: messages.retry };
  const row = contact.status === 'ready' ? contact.data : listed;
  if (!row) return { status: contact.status === 'ready' ? 'gone' : 'loading' };
  const showOlder = (): void => {
    messages.more();
    notes.more();
  };
  return { status: 'ready', thread: { contact: row, ...timelineOf(messages.live, notes.live), showOlder } };
}

function isDenied(live: LiveRows<Message>): boolean {
  return live.status === 'failed' && live.code === 'permission-denied';
}

function timelineOf(messages: LiveRows<Message>, notes: LiveRows<Note>) {
  const noted = notes.status === 'ready' ? notes.rows : [];
  if (messages.status !== 'ready')
    return { messages: null, notes: noted, hasOlder: false, isLoadingOlder: false };
  const { rows, hasMore, isLoadingMore } = messages;
  return { messages: rows, notes: noted, hasOlder: hasMore, isLoadingOlder: isLoadingMore };
}
