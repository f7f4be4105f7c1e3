import type { Note } from '@leadpulse/model';
import { IconArrowDown, IconNote } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useMinute } from '../../lib/clock.js';
import type { Row } from '../../lib/live.js';
import { clockTime, dayLabel, fullWhen } from '../../lib/time.js';
import { writerName } from '../../lib/writerName.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { BodyText } from './BodyText.js';
import type { ActOnMessage } from './BubbleState.js';
import { MessageBubble, type Voices } from './MessageBubble.js';
import { buildTimeline, type TimelineItem } from './timeline.js';
import styles from './Timeline.module.css';
import type { Thread } from './useThread.js';

interface Props {
  thread: Thread;
  unread: number; // when the thread was opened
  voices: Voices;
  act: ActOnMessage | null;
  mayWrite: boolean;
}

const FAR = 240;

/** Everything said with one person, newest at the bottom and in sight; older parts on request. */
export function Timeline({ thread, unread, voices, act, mayWrite }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isFar, setFar] = useState(false);
  const { messages, notes, hasOlder, isLoadingOlder, showOlder } = thread;
  const items = useMemo(
    () => buildTimeline({ messages: messages ?? [], notes, hasOlderMessages: hasOlder, unread }),
    [messages, notes, hasOlder, unread],
  );
  if (messages === null) return <LoadingState label="Loading messages" />;
  if (items.length === 0) return <NothingSaid name={voices.contact} mayWrite={mayWrite} />;
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-label={`Conversation with ${voices.contact}`}
        onScroll={(event) => setFar(event.currentTarget.scrollTop < -FAR)}
      >
        <ol className={styles.items}>
          {hasOlder && (
            <li className={styles.older}>
              <button type="button" onClick={showOlder} disabled={isLoadingOlder}>
                {isLoadingOlder ? 'Loading older messages…' : 'Show older messages'}
              </button>
            </li>
          )}
          {items.map((item) => (
            <Item key={item.key} item={item} voices={voices} act={act} />
          ))}
        </ol>
      </div>
      {isFar && (
        <button
          type="button"
          className={styles.newest}
          onClick={() => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}
        >
          <IconArrowDown size={16} stroke={1.8} aria-hidden="true" />
          Jump to the newest
        </button>
      )}
    </div>
  );
}

function Item({ item, voices, act }: { item: TimelineItem; voices: Voices; act: ActOnMessage | null }) {
  const now = useMinute();
  switch (item.kind) {
    case 'day':
      return <li className={styles.day}>{dayLabel(item.at, now)}</li>;
    case 'new':
      return <li className={styles.new}>New</li>;
    case 'note':
      return <NoteItem row={item.row} voices={voices} />;
    case 'message':
      return (
        <MessageBubble
          row={item.row}
          startsGroup={item.startsGroup}
          endsGroup={item.endsGroup}
          voices={voices}
          act={act}
        />
      );
  }
}

function NoteItem({ row, voices }: { row: Row<Note>; voices: Voices }) {
  const at = row.data.at.toMillis();
  const author = row.data.authorUid === voices.me ? 'You' : writerName(row.data.authorUid, voices.nameOf);
  return (
    <li className={styles.note}>
      <p className={styles.caption}>
        <span className={styles.way}>
          <IconNote size={13} stroke={1.8} aria-hidden="true" />
          Note
        </span>
        <span className={styles.who}>{author}</span>
        <time dateTime={new Date(at).toISOString()} title={fullWhen(at)} className="lp-number">
          {clockTime(at)}
        </time>
      </p>
      <BodyText body={row.data.body} channel="sms" />
    </li>
  );
}

function NothingSaid({ name, mayWrite }: { name: string; mayWrite: boolean }) {
  return (
    <EmptyState title="No messages yet">
      {mayWrite
        ? `Write the first text or email to ${name} below.`
        : `Nobody has written with ${name} so far.`}
    </EmptyState>
  );
}
