import { matchesSearch, searchTerm, type Contact } from '@leadpulse/model';
import { collection, orderBy, query, where, type Firestore, type Query } from 'firebase/firestore';
import { useEffect, useMemo } from 'react';
import { boundsOf } from './boundsOf.js';
import { db } from './firebase/firestore.js';
import type { Bounds, LiveRows } from './livePages.js';
import { count } from './telemetry/count.js';
import { useLivePages } from './useLivePages.js';

/** Where to search; `assigneeUid` undefined: whoever's. */
export interface SearchPlace {
  orgId: string;
  assigneeUid: string | null | undefined;
}

const ENOUGH = 10; // a screenful: below it the next page is read without being asked for

/** Contacts with a word or number that begins so, by name; the words left over are sifted from the answer. */
function contactSearchQuery(
  firestore: Firestore,
  { orgId, assigneeUid }: SearchPlace,
  token: string,
  bounds: Bounds,
): Query {
  return query(
    collection(firestore, `orgs/${orgId}/contacts`),
    where('search', 'array-contains', token),
    ...(assigneeUid === undefined ? [] : [where('assigneeUid', '==', assigneeUid)]),
    orderBy('nameKey'),
    ...boundsOf(bounds),
  );
}

/** The contacts that `text` finds, live; null when there is nothing to search for. `passes` is kept in a memo. */
export function useContactSearch(
  { orgId, assigneeUid }: SearchPlace,
  text: string,
  size: number,
  passes: (contact: Contact) => boolean,
): { live: LiveRows<Contact>; more: () => void; retry: () => void } {
  const token = searchTerm(text)?.token ?? null;
  const isSearching = token !== null;
  useEffect(() => {
    if (isSearching) count('contact.search');
  }, [isSearching]);
  const whose = assigneeUid === undefined ? 'any' : (assigneeUid ?? 'none');
  const { live, more, retry } = useLivePages<Contact>(
    token === null ? null : `search:${orgId}:${whose}:${size}:${token}`,
    (bounds) => contactSearchQuery(db, { orgId, assigneeUid }, token ?? '', bounds),
    size,
  );
  const sifted = useMemo((): LiveRows<Contact> => {
    if (live.status !== 'ready') return live;
    const rows = live.rows.filter((row) => matchesSearch(row.data, text) && passes(row.data));
    return { ...live, rows };
  }, [live, text, passes]);
  const isShort = sifted.status === 'ready' && sifted.rows.length < ENOUGH;
  useEffect(() => {
    if (isShort) more(); // does nothing at the end of the list
  }, [isShort, live, more]);
  return { live: sifted, more, retry };
}
