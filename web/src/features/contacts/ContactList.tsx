import type { Contact } from '@leadpulse/model';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMinute } from '../../lib/clock.js';
import type { Row } from '../../lib/live.js';
import type { LiveRows } from '../../lib/livePages.js';
import { ContactRow } from './ContactRow.js';
import styles from './Contacts.module.css';
import type { ContactsPlace } from './contactsPlace.js';

interface Props {
  live: Extract<LiveRows<Contact>, { status: 'ready' }>;
  more: () => void;
  place: ContactsPlace;
  nameOf: (uid: string) => string | null;
}

const ROW_HEIGHT = 52;
const PHONE_ROW_HEIGHT = 64;
const AHEAD = 30;

/** Thousands of contacts, only those in sight drawn; the next hundred is read before the end comes in sight. */
export function ContactList({ live, more, place, nameOf }: Props) {
  const { rows, hasMore, isLoadingMore } = live;
  const now = useMinute();
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLDivElement>(null);
  const height = isPhone ? PHONE_ROW_HEIGHT : ROW_HEIGHT;
  // oxlint-disable-next-line react/incompatible-library -- it would matter to the React compiler, which is not used
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingMore) more();
  }, [isNearEnd, hasMore, isLoadingMore, rows.length, more]);
  return (
    <>
      <Columns />
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.rows} style={{ height: virtualizer.getTotalSize() }} aria-label="Contacts">
          {items.map(({ index, key, start, size }) => (
            <li
              key={key}
              className={styles.item}
              style={{ transform: `translateY(${start}px)`, height: size }}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              <Cell row={rows[index]} place={place} nameOf={nameOf} now={now} />
            </li>
          ))}
        </ul>
        <p className={styles.end} role="status">
          {isLoadingMore ? 'Loading more contacts…' : ''}
        </p>
      </div>
    </>
  );
}

function Columns() {
  return (
    <div className={styles.columns} aria-hidden="true">
      <span>Name</span>
      <span>Phone or email</span>
      <span>Stage</span>
      <span>Tags</span>
      <span>Assigned to</span>
      <span>Last message</span>
    </div>
  );
}

interface CellProps extends Pick<Props, 'place' | 'nameOf'> {
  row: Row<Contact> | undefined;
  now: number;
}

function Cell({ row, place, nameOf, now }: CellProps) {
  if (!row) return null;
  const { assigneeUid } = row.data;
  return (
    <ContactRow
      row={row}
      path={place.contactPath(row.id)}
      isOpen={row.id === place.contactId}
      now={now}
      assignee={assigneeUid === null ? null : nameOf(assigneeUid)}
    />
  );
}
