import type { Contact } from './contact.js';

/** The inbox's queues in the order of the list. */
export const QUEUES = [
  { id: 'mine', label: 'Mine' },
  { id: 'unassigned', label: 'Unassigned' },
  { id: 'all', label: 'All open' },
  { id: 'waiting', label: 'Waiting for us' },
  { id: 'snoozed', label: 'Snoozed' },
  { id: 'closed', label: 'Closed' },
] as const;
export type QueueId = (typeof QUEUES)[number]['id'];

type Queued = Pick<Contact, 'assigneeUid' | 'waitingSince'> & { inbox: Pick<Contact['inbox'], 'status'> };

const PREDICATES: Record<QueueId, (contact: Queued, uid: string) => boolean> = {
  mine: (contact, uid) => contact.inbox.status === 'open' && contact.assigneeUid === uid,
  unassigned: (contact) => contact.inbox.status === 'open' && contact.assigneeUid === null,
  all: (contact) => contact.inbox.status === 'open',
  waiting: (contact) => contact.inbox.status === 'open' && contact.waitingSince !== null,
  snoozed: (contact) => contact.inbox.status === 'snoozed',
  closed: (contact) => contact.inbox.status === 'closed',
};

/** Whether a contact is in a queue of this member; the queries of the inbox ask the same. */
export function inQueue(contact: Queued, queue: QueueId, uid: string): boolean {
  return PREDICATES[queue](contact, uid);
}
