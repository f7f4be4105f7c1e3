import { inQueue, QUEUES, type Contact, type QueueId } from '@leadpulse/model';

/** How many threads a queue holds; `isMore`: at least so many. */
export interface Count {
  count: number;
  isMore: boolean;
}
export type Counts = Partial<Record<QueueId, Count>>;

const OPEN_QUEUES: QueueId[] = ['mine', 'unassigned', 'all', 'waiting'];

/** What the threads on the screen say about the queues: of all open ones four counts, of another queue its own. */
export function countsOf(queue: QueueId, contacts: Contact[], hasMore: boolean, uid: string): Counts {
  const told = queue === 'all' ? OPEN_QUEUES : [queue];
  return Object.fromEntries(
    told.map((each) => [
      each,
      { count: contacts.filter((contact) => inQueue(contact, each, uid)).length, isMore: hasMore },
    ]),
  );
}

/** The best known of two counts: live and whole, else what the server counted, else "at least". */
export function bestCounts(live: Counts, counted: Counts): Counts {
  const best: Counts = {};
  for (const { id } of QUEUES) {
    const [seen, known] = [live[id], counted[id]];
    const chosen = seen && (!seen.isMore || !known || known.count < seen.count) ? seen : known;
    if (chosen) best[id] = chosen;
  }
  return best;
}

export function countText({ count, isMore }: Count): string {
  return isMore ? `${count}+` : String(count);
}
