import { useEffect, useState } from 'react';
import { useSeat } from '../../lib/session.js';
import { changeContact } from './changeContact.js';
import type { Thread } from './useThread.js';

const LOOK_MS = 500; // stepping through the list is not reading

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** What is open before somebody's eyes is read; only who may write tells the others so. */
export function useMarkRead({ contact, messages }: Thread): void {
  const { orgId, uid, may } = useSeat();
  const [isSeen, setSeen] = useState(() => document.visibilityState === 'visible');
  useEffect(() => subscribe(() => setSeen(document.visibilityState === 'visible')), []);
  const isDue = isSeen && messages !== null && contact.data.inbox.unread > 0 && may('contact.write');
  useEffect(() => {
    if (!isDue) return;
    const place = { orgId, uid, contactId: contact.id };
    const timer = setTimeout(() => {
      changeContact.markRead(place).catch(() => undefined); // the mark stays, and the next look tries again
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [isDue, orgId, uid, contact.id, contact.data.inbox.unread]);
}
