import { matchesSearch, searchTerm, type Contact } from '@leadpulse/model';
import { useMemo } from 'react';
import { db } from '../../lib/firebase/firestore.js';
import type { LiveRows } from '../../lib/livePages.js';
import { useLivePages } from '../../lib/useLivePages.js';
import { CONTACTS_PAGE, contactSearchQuery, contactsQuery, type ContactFilter } from './contactQueries.js';

export interface ContactRows {
  live: LiveRows<Contact>;
  more: () => void;
  retry: () => void;
}

/** The contacts of the filters, or those found by what is typed; live, a hundred at a time. */
export function useContacts(filter: ContactFilter, search: string): ContactRows {
  const { orgId, uid, sees, stage, tag, assignee } = filter;
  const term = searchTerm(search);
  const token = term?.token ?? null;
  const key = [
    'contacts',
    orgId,
    uid,
    sees,
    assignee ?? '',
    token === null ? `${stage ?? ''}|${tag ?? ''}` : `?${token}`,
  ];
  const { live, more, retry } = useLivePages<Contact>(
    key.join(':'),
    (bounds) =>
      token === null ? contactsQuery(db, filter, bounds) : contactSearchQuery(db, filter, token, bounds),
    CONTACTS_PAGE,
  );
  const sifted = useMemo(() => {
    if (token === null || live.status !== 'ready') return live;
    const rows = live.rows.filter(
      ({ data }) =>
        matchesSearch(data, search) &&
        (stage === null || data.stage === stage) &&
        (tag === null || data.tags.includes(tag)),
    );
    return { ...live, rows };
  }, [live, token, search, stage, tag]);
  return { live: sifted, more, retry };
}
