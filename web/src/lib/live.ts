import { doc, onSnapshot } from 'firebase/firestore';
import type { DocumentSnapshot, FirestoreError, Query, QuerySnapshot } from 'firebase/firestore';
import { useCallback, useSyncExternalStore } from 'react';
import { onSignOut } from './authState.js';
import { db } from './firebase/firestore.js';

/** What a listener knows right now. `denied`: the rules say no. `failed`: anything else went wrong. */
export type Live<T> =
  | { status: 'loading' }
  | { status: 'ready'; data: T }
  | { status: 'denied' }
  | { status: 'failed'; code: string; retry: () => void };

/** One document: its shape is what the rules let in. `isPending`: written here, not yet confirmed by the server. */
export interface Row<T> {
  id: string;
  data: T;
  isPending: boolean;
}

interface Entry {
  live: Live<unknown>;
  readers: Set<() => void>;
  start: Start;
  stop: (() => void) | null;
  lingering: ReturnType<typeof setTimeout> | undefined;
}
type Start = (publish: (data: unknown) => void, fail: (error: FirestoreError) => void) => () => void;

const LOADING: Live<never> = { status: 'loading' };
const LINGER_MS = 15_000; // going back to a list within this time costs no reads
const SETTLE_MS = 250; // what ends together has ended by then
const entries = new Map<string, Entry>();
let askingAgain: ReturnType<typeof setTimeout> | undefined;

function publishTo(entry: Entry, live: Live<unknown>): void {
  entry.live = live;
  for (const reader of entry.readers) reader();
}

function open(entry: Entry): void {
  const fail = (error: FirestoreError): void => {
    entry.stop = null;
    if (error.code === 'permission-denied') {
      publishTo(entry, { status: 'denied' });
      askAgainSoon();
    } else publishTo(entry, { status: 'failed', code: error.code, retry: () => reopen(entry) });
  };
  entry.stop = entry.start((data) => publishTo(entry, { status: 'ready', data }), fail);
}

function reopen(entry: Entry): void {
  if (entry.stop !== null || entry.readers.size === 0) return;
  publishTo(entry, LOADING);
  open(entry);
}

/**
 * When the rules end several listeners in one moment (a seat was closed), others of the same connection were seen to fall
 * silent for good, the one that tells why among them. So after a denial every other document is listened to anew; what is
 * known of it stays in sight meanwhile.
 */
function askAgainSoon(): void {
  clearTimeout(askingAgain);
  askingAgain = setTimeout(() => {
    for (const [key, entry] of entries) {
      if (entry.stop === null || !key.startsWith('doc:')) continue;
      entry.stop();
      open(entry);
    }
  }, SETTLE_MS);
}

function close(key: string, entry: Entry): void {
  clearTimeout(entry.lingering);
  entry.stop?.();
  if (entries.get(key) === entry) entries.delete(key);
}

/** All readers of one key share one listener; it outlives the last of them for a moment. */
function join(key: string, start: Start, reader: () => void): () => void {
  let entry = entries.get(key);
  if (entry === undefined) {
    entry = { live: LOADING, readers: new Set(), start, stop: null, lingering: undefined };
    entries.set(key, entry);
  }
  const joined = entry;
  clearTimeout(joined.lingering);
  joined.readers.add(reader);
  if (joined.stop === null && (joined.live.status === 'loading' || joined.readers.size === 1)) {
    joined.live = LOADING;
    joined.start = start;
    open(joined);
  }
  return () => {
    joined.readers.delete(reader);
    if (joined.readers.size === 0) joined.lingering = setTimeout(() => close(key, joined), LINGER_MS);
  };
}

onSignOut(() => {
  for (const [key, entry] of entries) close(key, entry);
});

function useLive<T>(key: string | null, start: Start): Live<T> {
  const subscribe = useCallback(
    (reader: () => void) => (key === null ? () => undefined : join(key, start, reader)),
    // oxlint-disable-next-line react/exhaustive-deps -- the key says all that `start` depends on
    [key],
  );
  const read = (): Live<T> => (key === null ? LOADING : ((entries.get(key)?.live ?? LOADING) as Live<T>));
  return useSyncExternalStore(subscribe, read);
}

function rowOf<T>(snapshot: DocumentSnapshot): Row<T> {
  return {
    id: snapshot.id,
    data: snapshot.data({ serverTimestamps: 'estimate' }) as T,
    isPending: snapshot.metadata.hasPendingWrites,
  };
}

/** Rows that did not change stay the same objects, so that a list draws only what moved. */
function rowsOf<T>(snapshot: QuerySnapshot, known: Map<string, Row<T>>): Row<T>[] {
  for (const change of snapshot.docChanges({ includeMetadataChanges: true })) {
    if (change.type === 'removed') known.delete(change.doc.id);
    else known.set(change.doc.id, rowOf<T>(change.doc));
  }
  return snapshot.docs.map((each) => known.get(each.id) ?? rowOf<T>(each));
}

/** A live query. `key` names it fully (path and every constraint); null waits. Readers of one key share one listener. */
export function useLiveQuery<T>(key: string | null, build: () => Query): Live<Row<T>[]> {
  return useLive(key === null ? null : `query:${key}`, (publish, fail) => {
    const known = new Map<string, Row<T>>();
    return onSnapshot(
      build(),
      { includeMetadataChanges: true },
      (snapshot) => {
        const rows = rowsOf(snapshot, known);
        if (rows.length > 0 || !snapshot.metadata.fromCache) publish(rows);
      },
      fail,
    );
  });
}

/** A live document by its path; null waits, `data: null` means there is none. */
export function useLiveDoc<T>(path: string | null): Live<Row<T> | null> {
  return useLive(path === null ? null : `doc:${path}`, (publish, fail) =>
    onSnapshot(
      doc(db, path ?? ''),
      { includeMetadataChanges: true },
      (snapshot) => {
        if (snapshot.exists()) publish(rowOf<T>(snapshot));
        else if (!snapshot.metadata.fromCache) publish(null);
      },
      fail,
    ),
  );
}
