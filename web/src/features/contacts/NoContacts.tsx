import { Button } from '@mantine/core';
import { IconAddressBook, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/states.js';
import type { ContactsPlace } from './contactsPlace.js';

/** No contact at all leads to the first; none that passes the filters leads out of them. */
export function NoContacts({ place, mayWrite }: { place: ContactsPlace; mayWrite: boolean }) {
  const { stage, tag, assignee, sees } = place.filter;
  const isFiltered = [stage, tag, assignee].some((each) => each !== null);
  if (isFiltered || place.search.trim() !== '') return <NoneFound place={place} isFiltered={isFiltered} />;
  return (
    <EmptyState
      icon={<IconAddressBook size={22} stroke={1.6} />}
      title="No contacts yet"
      actions={
        mayWrite && (
          <Button component={Link} to={place.newPath} leftSection={<IconUserPlus size={16} />}>
            Add contact
          </Button>
        )
      }
    >
      {sees === 'assigned'
        ? 'Contacts appear here when a colleague assigns them to you.'
        : 'Add your first lead, then text or email them from the inbox. Whoever writes to you is added by itself.'}
    </EmptyState>
  );
}

function NoneFound({ place, isFiltered }: { place: ContactsPlace; isFiltered: boolean }) {
  const search = place.search.trim();
  const within = isFiltered ? ' within these filters' : '';
  return (
    <EmptyState
      icon={<IconSearch size={22} stroke={1.6} />}
      title="Nobody found"
      actions={
        <Button variant="default" onClick={place.clear}>
          Clear search and filters
        </Button>
      }
    >
      {search === ''
        ? 'No contact passes these filters.'
        : `No name, number or email begins with “${search}”${within}.`}
    </EmptyState>
  );
}
