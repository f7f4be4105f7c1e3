import type { RefObject } from 'react';
import { useSearchParams } from 'react-router';
import { SearchField } from '../../ui/SearchField.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import { EmptyList } from './EmptyList.js';
import styles from './Inbox.module.css';
import type { Place } from './inboxPlace.js';
import { QueueNav } from './QueueNav.js';
import { ThreadList } from './ThreadList.js';
import type { ThreadRows } from './useInbox.js';

interface Props {
  place: Place;
  list: ThreadRows;
  nameOf: (uid: string) => string | null;
  searchRef: RefObject<HTMLInputElement | null>;
}

/** The left pane: search, the queues with their counts, the conversations. */
export function ListPane({ place, list, nameOf, searchRef }: Props) {
  const [, setQuery] = useSearchParams();
  const search = (q: string): void => setQuery(q === '' ? {} : { q }, { replace: true });
  return (
    <section className={styles.list} aria-label="Inbox">
      <div className={styles.search}>
        <SearchField ref={searchRef} value={place.search} change={search} />
      </div>
      <QueueNav place={place} list={list} />
      <Threads place={place} list={list} nameOf={nameOf} />
    </section>
  );
}

function Threads({ place, list, nameOf }: Omit<Props, 'searchRef'>) {
  if (list.status === 'loading') return <LoadingState label="Loading conversations" />;
  if (list.status !== 'ready') return <LiveProblem live={list} what="these conversations" />;
  if (list.rows.length === 0) return <EmptyList place={place} />;
  return <ThreadList key={place.queue} list={list} place={place} nameOf={nameOf} />;
}
