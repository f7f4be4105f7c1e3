import type { Stage } from '@leadpulse/model';
import { addDoc, collection, serverTimestamp, Timestamp, updateDoc } from 'firebase/firestore';
import { count } from '../../lib/telemetry/count.js';
import { contactRef, type ThreadPlace } from './requestMessage.js';

/** What members change of a contact directly, under the rules. Each shows at once, here and for everybody else. */
export const changeContact = {
  assign: (place: ThreadPlace, assigneeUid: string | null) => {
    count('conversation.assign');
    return updateDoc(contactRef(place), { assigneeUid });
  },
  stage: (place: ThreadPlace, stage: Stage) => updateDoc(contactRef(place), { stage }),
  tags: (place: ThreadPlace, tags: string[]) => updateDoc(contactRef(place), { tags }),
  company: (place: ThreadPlace, company: string) => updateDoc(contactRef(place), { company }),
  close: (place: ThreadPlace) => setStatus(place, 'closed', null),
  reopen: (place: ThreadPlace) => setStatus(place, 'open', null),
  snooze: (place: ThreadPlace, until: number) => setStatus(place, 'snoozed', Timestamp.fromMillis(until)),
  markRead: (place: ThreadPlace) => updateDoc(contactRef(place), { 'inbox.unread': 0 }),
  markUnread: (place: ThreadPlace) => updateDoc(contactRef(place), { 'inbox.unread': 1 }),
};

const COUNTED = {
  open: 'conversation.reopen',
  closed: 'conversation.close',
  snoozed: 'conversation.snooze',
} as const;

function setStatus(
  place: ThreadPlace,
  status: 'open' | 'closed' | 'snoozed',
  snoozedUntil: Timestamp | null,
): Promise<void> {
  count(COUNTED[status]);
  return updateDoc(contactRef(place), { 'inbox.status': status, 'inbox.snoozedUntil': snoozedUntil });
}

/** A word between colleagues; it is never sent, and stays as it was written. */
export async function addNote(place: ThreadPlace, body: string): Promise<void> {
  count('note.add');
  await addDoc(collection(contactRef(place), 'notes'), {
    body,
    authorUid: place.uid,
    at: serverTimestamp(),
    mentions: [],
  });
}
