import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMemo, useRef, type RefObject } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommands, type Command } from '../../lib/commands.js';
import { useSeat } from '../../lib/session.js';
import { useDirectory } from '../../lib/useDirectory.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { SearchField } from '../../ui/SearchField.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import { ContactFilters } from './ContactFilters.js';
import { ContactList } from './ContactList.js';
import { ContactPane } from './ContactPane.js';
import styles from './Contacts.module.css';
import { useContactsPlace, type ContactsPlace } from './contactsPlace.js';
import { NoContacts } from './NoContacts.js';
import { useContacts } from './useContacts.js';

/** All contacts, by name; one of them beside the list on a desktop, instead of it on a phone. */
export function ContactsRoute() {
  const place = useContactsPlace();
  const { may } = useSeat();
  const directory = useDirectory(place.filter.orgId, true);
  const contacts = useContacts(place.filter, place.search);
  const searchRef = useRef<HTMLInputElement>(null);
  const mayWrite = may('contact.write');
  useContactsCommands(place, mayWrite, searchRef);
  const isOpen = place.isNew || place.contactId !== null;
  const rows = contacts.live.status === 'ready' ? contacts.live.rows : [];
  return (
    <div className={styles.contacts} data-open={isOpen}>
      <PageTitle parts={['Contacts']} />
      <h1 className="lp-visually-hidden">Contacts</h1>
      <section className={styles.list} aria-label="Contacts">
        <header className={styles.header}>
          <p className={styles.title} aria-hidden="true">
            Contacts
          </p>
          {mayWrite && (
            <Button component={Link} to={place.newPath} leftSection={<IconUserPlus size={16} />}>
              Add contact
            </Button>
          )}
        </header>
        <div className={styles.bar}>
          <SearchField ref={searchRef} value={place.search} change={(q) => place.setParam('q', q)} />
          <ContactFilters place={place} colleagues={directory.colleagues} rows={rows} />
        </div>
        <Rows place={place} contacts={contacts} nameOf={directory.nameOf} mayWrite={mayWrite} />
      </section>
      {isOpen && <ContactPane place={place} directory={directory} />}
    </div>
  );
}

interface RowsProps {
  place: ContactsPlace;
  contacts: ReturnType<typeof useContacts>;
  nameOf: (uid: string) => string | null;
  mayWrite: boolean;
}

function Rows({ place, contacts: { live, more, retry }, nameOf, mayWrite }: RowsProps) {
  if (live.status === 'loading') return <LoadingState label="Loading contacts" />;
  if (live.status === 'failed') {
    const isDenied = live.code === 'permission-denied';
    return (
      <LiveProblem
        live={isDenied ? { status: 'denied' } : { status: 'failed', retry }}
        what="these contacts"
      />
    );
  }
  if (live.rows.length === 0 && live.hasMore) return <LoadingState label="Searching" />;
  if (live.rows.length === 0) return <NoContacts place={place} mayWrite={mayWrite} />;
  return <ContactList live={live} more={more} place={place} nameOf={nameOf} />;
}

function useContactsCommands(
  { newPath }: ContactsPlace,
  mayWrite: boolean,
  searchRef: RefObject<HTMLInputElement | null>,
): void {
  const navigate = useNavigate();
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'search',
        label: 'Search contacts',
        group: 'Contacts',
        keys: '/',
        run: () => searchRef.current?.focus(),
      },
      ...(mayWrite
        ? [
            {
              id: 'add-contact',
              label: 'Add a contact',
              group: 'Contacts',
              keys: 'c',
              words: ['new', 'create', 'lead'],
              icon: <IconUserPlus size={18} />,
              run: () => void navigate(newPath),
            },
          ]
        : []),
    ],
    [navigate, newPath, mayWrite, searchRef],
  );
  useCommands(commands);
}
