import { searchTerm, type Contact } from '@leadpulse/model';
import { useCallback } from 'react';
import { useContactSearch } from '../../lib/contactSearch.js';
import { db } from '../../lib/firebase/firestore.js';
import type { LiveRows } from '../../lib/livePages.js';
import { useLivePages } from '../../lib/useLivePages.js';
import { assigneeOf, CONTACTS_PAGE, contactsQuery, type ContactFilter } from './contactQueries.js';

export interface ContactRows {
  live: LiveRows<Contact>;
  more: () => void;
  retry: () => void;
}

/** The contacts of the filters, or those found by what is typed; live, a hundred at a time. */
export function useContacts(filter: ContactFilter, search: string): ContactRows {
  const { orgId, uid, sees, stage, tag, assignee } = filter;
  const isSearching = searchTerm(search) !== null;
  const key = ['contacts', orgId, uid, sees, assignee ?? '', stage ?? '', tag ?? ''].join(':');
  const all = useLivePages<Contact>(
    isSearching ? null : key,
    (bounds) => contactsQuery(db, filter, bounds),
    CONTACTS_PAGE,
  );
  const passes = useCallback(
    (contact: Contact) =>
      (stage === null || contact.stage === stage) && (tag === null || contact.tags.includes(tag)),
    [stage, tag],
  );
  const found = useContactSearch({ orgId, assigneeUid: assigneeOf(filter) }, search, CONTACTS_PAGE, passes);
  return isSearching ? found : all;
}
