import { searchTerm, type Contact } from '@leadpulse/model';
import { useContactSearch } from '../../lib/contactSearch.js';
import { db } from '../../lib/firebase/firestore.js';
import type { Row } from '../../lib/live.js';
import type { LiveRows } from '../../lib/livePages.js';
import { useLivePages } from '../../lib/useLivePages.js';
import type { Place } from './inboxPlace.js';
import { queueQuery, THREADS_PAGE } from './inboxQueries.js';

/** The thread list of the place: a queue, or what was searched for. */
export type ThreadRows =
  | { status: 'loading' }
  | { status: 'denied' }
  | { status: 'failed'; retry: () => void }
  | { status: 'ready'; rows: Row<Contact>[]; hasMore: boolean; isLoadingMore: boolean; more: () => void };

export function useThreadRows(place: Place): ThreadRows {
  const isSearching = place.search.trim() !== '';
  const queue = useQueue(place, !isSearching);
  const found = useFound(place, isSearching ? place.search : '');
  return isSearching ? found : queue;
}

/** The 50 first threads of the queue, live; further ones by `more`. */
function useQueue(place: Place, isWanted: boolean): ThreadRows {
  const { orgId, uid, sees, queue } = place;
  const { live, more, retry } = useLivePages<Contact>(
    isWanted ? `threads:${orgId}:${uid}:${sees}:${queue}` : null,
    (bounds) => queueQuery(db, { orgId, uid, sees }, queue, bounds),
    THREADS_PAGE,
  );
  return threadRows(live, more, retry);
}

function useFound({ orgId, uid, sees }: Place, text: string): ThreadRows {
  const assigneeUid = sees === 'assigned' ? uid : undefined;
  const { live, more, retry } = useContactSearch({ orgId, assigneeUid }, text, THREADS_PAGE, passAll);
  if (text.trim() !== '' && !searchTerm(text)) return NOTHING;
  return threadRows(live, more, retry);
}

const passAll = (): boolean => true;
const NOTHING: ThreadRows = {
  status: 'ready',
  rows: [],
  hasMore: false,
  isLoadingMore: false,
  more: () => undefined,
};

function threadRows(live: LiveRows<Contact>, more: () => void, retry: () => void): ThreadRows {
  if (live.status === 'loading') return live;
  if (live.status === 'failed') {
    return live.code === 'permission-denied' ? { status: 'denied' } : { status: 'failed', retry };
  }
  const isSifting = live.rows.length === 0 && live.hasMore;
  return isSifting ? { status: 'loading' } : { ...live, more };
}
