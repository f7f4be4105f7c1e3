import type { Contact } from '@leadpulse/model';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMinute } from '../../lib/clock.js';
import type { Row } from '../../lib/live.js';
import type { Place } from './inboxPlace.js';
import styles from './ThreadList.module.css';
import { ThreadRow } from './ThreadRow.js';
import { fetchThread } from './threadPart.js';
import type { ThreadRows } from './useInbox.js';

interface Props {
  list: Extract<ThreadRows, { status: 'ready' }>;
  place: Place;
  nameOf: (uid: string) => string | null;
}

const ROW_HEIGHT = 64;

/** The threads, only those in sight drawn; the one that is open stays in sight. */
export function ThreadList({ list, place, nameOf }: Props) {
  const { rows, hasMore } = list;
  const now = useMinute();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? 'more',
  });
  const openAt = rows.findIndex((row) => row.id === place.contactId);
  useEffect(() => {
    if (openAt >= 0) virtualizer.scrollToIndex(openAt, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only when another thread opens, not when the list moves
  }, [place.contactId]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onPointerEnter={() => void fetchThread()}
      onFocus={() => void fetchThread()}
    >
      <ul className={styles.rows} style={{ height: virtualizer.getTotalSize() }} aria-label="Conversations">
        {virtualizer.getVirtualItems().map(({ index, key, start, size }) => (
          <li
            key={key}
            className={styles.item}
            style={{ transform: `translateY(${start}px)`, height: size }}
            aria-setsize={hasMore ? -1 : rows.length}
            aria-posinset={index + 1}
          >
            <Cell row={rows[index]} place={place} now={now} nameOf={nameOf} list={list} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CellProps extends Props {
  row: Row<Contact> | undefined;
  now: number;
}

function Cell({ row, list, place, now, nameOf }: CellProps) {
  if (row) {
    return (
      <ThreadRow
        row={row}
        path={place.threadPath(row.id)}
        isOpen={row.id === place.contactId}
        isReplacing={place.contactId !== null}
        me={place.uid}
        showsAssignee={place.sees === 'everything' && place.queue !== 'mine'}
        now={now}
        nameOf={nameOf}
      />
    );
  }
  return (
    <button type="button" className={styles.more} onClick={list.more} disabled={list.isLoadingMore}>
      {list.isLoadingMore ? 'Loading more…' : 'Load more conversations'}
    </button>
  );
}
