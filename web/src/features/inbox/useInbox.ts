import { matchesSearch, searchTerm, type Contact } from '@leadpulse/model';
import { db } from '../../lib/firebase/firestore.js';
import type { Row } from '../../lib/live.js';
import { useLiveQuery } from '../../lib/live.js';
import { useLivePages } from '../../lib/useLivePages.js';
import type { Place } from './inboxPlace.js';
import { queueQuery, searchQuery, THREADS_PAGE } from './inboxQueries.js';

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
  if (live.status === 'ready') return { ...live, more };
  if (live.status === 'loading') return live;
  return live.code === 'permission-denied' ? { status: 'denied' } : { status: 'failed', retry };
}

function useFound({ orgId, uid, sees }: Place, text: string): ThreadRows {
  const term = searchTerm(text);
  const key = term && `search:${orgId}:${uid}:${sees}:${term.token}`;
  const live = useLiveQuery<Contact>(key, () => searchQuery(db, { orgId, uid, sees }, term?.token ?? ''));
  if (text.trim() !== '' && !term) return listed([]);
  if (live.status !== 'ready') return live;
  return listed(live.data.filter((row) => matchesSearch(row.data, text)));
}

function listed(rows: Row<Contact>[]): ThreadRows {
  return { status: 'ready', rows, hasMore: false, isLoadingMore: false, more: () => undefined };
}
