import type { QueueId } from '@leadpulse/model';
import { getCountFromServer } from 'firebase/firestore';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { db } from '../../lib/firebase/firestore.js';
import styles from './Inbox.module.css';
import { queuesFor, type Place } from './inboxPlace.js';
import { queueCountQuery } from './inboxQueries.js';
import { bestCounts, countsOf, countText, type Count, type Counts } from './queueCounts.js';
import type { ThreadRows } from './useInbox.js';

const FRESH_MS = 30_000;
const MOST = 100;
const SHORT: Record<QueueId, string> = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  all: 'All open',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  closed: 'Closed',
};

/** The queues; what the list shows counts for free, the rest is counted when somebody reaches for it. */
export function QueueNav({ place, list }: { place: Place; list: ThreadRows }) {
  const { counted, count } = useServerCounts(place);
  const isSearching = place.search.trim() !== '';
  const live: Counts =
    list.status === 'ready' && !isSearching
      ? countsOf(
          place.queue,
          list.rows.map((row) => row.data),
          list.hasMore,
          place.uid,
        )
      : {};
  const counts = bestCounts(live, counted);
  return (
    <nav className={styles.queues} aria-label="Queues" onPointerEnter={count} onFocus={count}>
      {queuesFor(place.sees).map(({ id, label }) => (
        <Link
          key={id}
          to={place.queuePath(id)}
          className={styles.queue}
          aria-current={id === place.queue && !isSearching ? 'page' : undefined}
          title={label}
        >
          <span>{SHORT[id]}</span>
          <CountMark count={counts[id]} />
        </Link>
      ))}
    </nav>
  );
}

function CountMark({ count }: { count: Count | undefined }) {
  if (!count || count.count === 0) return null;
  return <span className={styles.count}>{countText(count)}</span>;
}

/** Counted at most every half minute; a count that fails leaves the queue without a number. */
function useServerCounts(place: Place): { counted: Counts; count: () => void } {
  const [counted, setCounted] = useState<Counts>({});
  const countedAt = useRef(0);
  const count = (): void => {
    if (Date.now() - countedAt.current < FRESH_MS) return;
    countedAt.current = Date.now();
    for (const { id } of queuesFor(place.sees)) {
      void getCountFromServer(queueCountQuery(db, place, id)).then(
        (answer) => {
          const found = answer.data().count;
          const known = { count: Math.min(found, MOST - 1), isMore: found >= MOST };
          setCounted((before) => ({ ...before, [id]: known }));
        },
        () => (countedAt.current = 0),
      );
    }
  };
  return { counted, count };
}
