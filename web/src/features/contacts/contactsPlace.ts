import { STAGES } from '@leadpulse/model';
import { useParams, useSearchParams } from 'react-router';
import { paramsWith } from '../../lib/paramsWith.js';
import { useSeat } from '../../lib/session.js';
import type { ContactFilter } from './contactQueries.js';

/** What the URL says: filters, search, and which contact is open (`new`: the form of one to be). */
export interface ContactsPlace {
  filter: ContactFilter;
  search: string;
  contactId: string | null;
  isNew: boolean;
  isEditing: boolean;
  listPath: string;
  newPath: string;
  contactPath: (contactId: string) => string;
  editPath: (contactId: string) => string;
  setParam: (name: 'q' | 'stage' | 'tag' | 'assignee', value: string) => void;
  clear: () => void;
}

export function useContactsPlace(): ContactsPlace {
  const { orgId, uid, sees } = useSeat();
  const { contactId = null } = useParams();
  const [query, setQuery] = useSearchParams();
  const list = `/o/${orgId}/contacts`;
  const kept = new URLSearchParams(query);
  kept.delete('edit');
  const suffix = kept.size > 0 ? `?${kept.toString()}` : '';
  return {
    filter: {
      orgId,
      uid,
      sees,
      stage: STAGES.find((stage) => stage === query.get('stage')) ?? null,
      tag: query.get('tag'),
      assignee: query.get('assignee'),
    },
    search: query.get('q') ?? '',
    contactId: contactId === 'new' ? null : contactId,
    isNew: contactId === 'new',
    isEditing: query.get('edit') === '1',
    listPath: `${list}${suffix}`,
    newPath: `${list}/new${suffix}`,
    contactPath: (id) => `${list}/${id}${suffix}`,
    editPath: (id) => `${list}/${id}${suffix === '' ? '?' : `${suffix}&`}edit=1`,
    setParam: (name, value) => setQuery(paramsWith(name, value), { replace: true }),
    clear: () => setQuery({}, { replace: true }),
  };
}
