import { LIMITS } from '@leadpulse/model';
import { onSnapshot, type Query, type QueryDocumentSnapshot, type QuerySnapshot } from 'firebase/firestore';
import { useCallback, useSyncExternalStore } from 'react';
import { onSignOut } from './authState.js';
import { LivePages, type Bounds, type LiveRows, type PageRow, type Watch } from './livePages.js';

const LINGER_MS = 15_000; // as lib/live.ts: going back to a list within this time costs no reads
const LOADING: LiveRows<never> = { status: 'loading' };
const lists = new Map<string, LivePages<unknown>>();

onSignOut(() => {
  for (const list of [...lists.values()]) list.close();
});

/**
 * A long live list, `size` rows at first. `key` names the query fully; null waits. `build` makes one page of it:
 * ordered, after `bounds.after`, up to `bounds.until`, at most `bounds.limit`.
 */
export function useLivePages<T>(
  key: string | null,
  build: (bounds: Bounds) => Query,
  size: number,
): { live: LiveRows<T>; more: () => void; retry: () => void } {
  const subscribe = useCallback(
    (reader: () => void) => (key === null ? () => undefined : listOf<T>(key, build, size).subscribe(reader)),
    // oxlint-disable-next-line react/exhaustive-deps -- the key says all that `build` and `size` depend on
    [key],
  );
  const list = useCallback(() => lists.get(key ?? '') as LivePages<T> | undefined, [key]);
  const live = useSyncExternalStore(subscribe, () => list()?.current() ?? (LOADING as LiveRows<T>));
  const more = useCallback(() => list()?.more(), [list]);
  const retry = useCallback(() => list()?.retry(), [list]);
  return { live, more, retry };
}

function listOf<T>(key: string, build: (bounds: Bounds) => Query, size: number): LivePages<T> {
  const known = lists.get(key);
  if (known) return known as LivePages<T>;
  const closed = (): void => void lists.delete(key);
  const made = new LivePages<T>(watchQuery(build), size, LIMITS.listPage, { ms: LINGER_MS, closed });
  lists.set(key, made);
  return made;
}

function watchQuery<T>(build: (bounds: Bounds) => Query): Watch<T> {
  return (bounds, on) => {
    const known = new Map<string, PageRow<T>>();
    let isFirst = true;
    return onSnapshot(
      build(bounds),
      { includeMetadataChanges: true },
      (snapshot) => {
        const rows = rowsOf(snapshot, known);
        if (isFirst && snapshot.metadata.fromCache && navigator.onLine) return; // a part of the list, by chance known
        isFirst = false;
        on.next(rows);
      },
      (error) => on.failed(error.code),
    );
  };
}

/** Rows that did not change stay the same objects, so that a list draws only what moved. */
function rowsOf<T>(snapshot: QuerySnapshot, known: Map<string, PageRow<T>>): PageRow<T>[] {
  for (const { type, doc } of snapshot.docChanges({ includeMetadataChanges: true })) {
    if (type === 'removed') known.delete(doc.id);
    else known.set(doc.id, rowOf(doc));
  }
  return snapshot.docs.map((doc) => known.get(doc.id) ?? rowOf(doc));
}

function rowOf<T>(doc: QueryDocumentSnapshot): PageRow<T> {
  return {
    id: doc.id,
    data: doc.data({ serverTimestamps: 'estimate' }) as T,
    isPending: doc.metadata.hasPendingWrites,
    cursor: doc,
  };
}
