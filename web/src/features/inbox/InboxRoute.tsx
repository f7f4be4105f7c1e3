import { Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, type Location } from 'react-router';
import { PageTitle } from '../../ui/PageTitle.js';
import { LoadingState } from '../../ui/states.js';
import styles from './Inbox.module.css';
import { useMoves, usePlace } from './inboxPlace.js';
import { ListPane } from './ListPane.js';
import { NothingOpen } from './NothingOpen.js';
import { fetchThread, ThreadPart } from './threadPart.js';
import { useDirectory } from '../../lib/useDirectory.js';
import { useThreadRows } from './useInbox.js';
import { useInboxCommands } from './useInboxCommands.js';

const PHONE = '(max-width: 47.99em)';
const SETTLED_MS = 1000; // after the list stands

/** List, conversation and contact: side by side on a desktop, one at a time on a phone. */
export function InboxRoute() {
  const place = usePlace();
  const { contactId } = place;
  const list = useThreadRows(place);
  const moves = useMoves(place);
  const searchRef = useRef<HTMLInputElement>(null);
  const [wasOpen, setWasOpen] = useState(contactId !== null);
  if (contactId !== null && !wasOpen) setWasOpen(true);
  const directory = useDirectory(place.orgId, wasOpen);
  const closeDetails = useCloseDetails(place.listPath, contactId);
  useThreadSoon(list.status === 'ready');

  const rows = list.status === 'ready' ? list.rows : [];
  const openAt = rows.findIndex((row) => row.id === contactId);
  const step = (by: 1 | -1): void => {
    const next = contactId === null ? rows[0] : openAt < 0 ? undefined : rows[openAt + by];
    if (next) moves.openThread(next.id);
  };
  const passOn = (): void => {
    const next = openAt < 0 ? undefined : (rows[openAt + 1] ?? rows[openAt - 1]);
    if (next && !matchMedia(PHONE).matches) moves.openThread(next.id);
    else moves.leaveThread();
  };
  useInboxCommands(place, {
    next: () => step(1),
    previous: () => step(-1),
    search: () => searchRef.current?.focus(),
    openQueue: moves.openQueue,
  });
  return (
    <div className={styles.inbox} data-pane={paneOf(contactId, place.isDetails)}>
      <PageTitle parts={['Inbox']} />
      <h1 className="lp-visually-hidden">Inbox</h1>
      <ListPane place={place} list={list} nameOf={directory.nameOf} searchRef={searchRef} />
      {contactId === null ? (
        <NothingOpen />
      ) : (
        <Suspense fallback={<ComingThread />}>
          <ThreadPart
            place={place}
            contactId={contactId}
            listed={rows[openAt] ?? null}
            directory={directory}
            moves={{ passOn, leave: moves.leaveThread }}
            closeDetails={closeDetails}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Fetches the conversation's code before anybody asks for it, after what the list itself needs. */
function useThreadSoon(isListReady: boolean): void {
  useEffect(() => {
    if (!isListReady) return;
    const timer = setTimeout(() => void fetchThread(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isListReady]);
}

function ComingThread() {
  return (
    <section className={styles.thread} aria-label="Conversation">
      <LoadingState label="Loading the conversation" />
    </section>
  );
}

function paneOf(contactId: string | null, isDetails: boolean): 'list' | 'thread' | 'details' {
  if (contactId === null) return 'list';
  return isDetails ? 'details' : 'thread';
}

/** Back to the thread: by the history if the details were opened from it, so that Back does not lead to them again. */
function useCloseDetails(listPath: string, contactId: string | null): () => void {
  const navigate = useNavigate();
  const { pathname, state: from } = useLocation() as Location<{ fromThread?: boolean } | null>;
  const isFromThread = from?.fromThread === true;
  return () =>
    void (isFromThread
      ? navigate(-1)
      : navigate(contactId === null ? listPath : pathname, { replace: true }));
}
