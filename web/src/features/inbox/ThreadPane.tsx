import { IconMoodEmpty } from '@tabler/icons-react';
import type { Contact } from '@leadpulse/model';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Row } from '../../lib/live.js';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.js';
import { ContactPanel } from './ContactPanel.js';
import styles from './Inbox.module.css';
import type { Place } from './inboxPlace.js';
import { ThreadView, type ThreadMoves } from './ThreadView.js';
import type { Directory } from '../../lib/useDirectory.js';
import { useThread, type LiveThread } from './useThread.js';

export interface ThreadPaneProps {
  place: Place;
  contactId: string;
  listed: Row<Contact> | null;
  directory: Directory;
  moves: ThreadMoves;
  closeDetails: () => void;
}

/** The open conversation and, beside it, the contact. */
export function ThreadPane({ place, contactId, listed, directory, moves, closeDetails }: ThreadPaneProps) {
  const live = useThread(place.orgId, contactId, listed);
  if (live.status !== 'ready') {
    return (
      <section className={styles.thread} aria-label="Conversation">
        <Waiting live={live} place={place} />
      </section>
    );
  }
  const { thread } = live;
  return (
    <>
      <section className={styles.thread} aria-label="Conversation">
        <ThreadView key={contactId} thread={thread} directory={directory} moves={moves} />
      </section>
      <DetailsPane isOpened={place.isDetails} close={closeDetails}>
        <ContactPanel key={contactId} thread={thread} directory={directory} close={closeDetails} />
      </DetailsPane>
    </>
  );
}

interface DetailsProps {
  isOpened: boolean; // over the thread, where it does not stand beside it
  close: () => void;
  children: ReactNode;
}

/** Opened over the thread it takes the focus, and Escape closes it. */
function DetailsPane({ isOpened, close, children }: DetailsProps) {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpened) pane.current?.focus({ preventScroll: true });
  }, [isOpened]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isOpened && event.key === 'Escape') close();
  };
  return (
    <aside
      ref={pane}
      className={styles.panel}
      aria-label="Contact details"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {children}
    </aside>
  );
}

function Waiting({ live, place }: { live: Exclude<LiveThread, { status: 'ready' }>; place: Place }) {
  if (live.status === 'loading') return <LoadingState label="Loading the conversation" />;
  if (live.status === 'gone') {
    return (
      <EmptyState
        icon={<IconMoodEmpty size={22} stroke={1.6} />}
        title="This conversation is not here any more"
        actions={<Link to={place.listPath}>Back to the list</Link>}
      >
        It was deleted, or assigned to somebody else and is no longer yours to see.
      </EmptyState>
    );
  }
  return (
    <ErrorState title="Loading the conversation failed" onRetry={live.retry}>
      The connection broke off. What you wrote is not lost.
    </ErrorState>
  );
}
