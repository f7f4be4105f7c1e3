import type { Contact } from '@leadpulse/model';
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconMoodEmpty, IconX } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLiveDoc, type Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import type { Directory } from '../../lib/useDirectory.js';
import { contactName } from '../../ui/contact/addressText.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState, LiveProblem, LoadingState } from '../../ui/states.js';
import { ContactDetails } from './ContactDetails.js';
import styles from './Contacts.module.css';
import type { ContactsPlace } from './contactsPlace.js';

const ContactForm = lazy(async () => ({
  default: (await import('../../ui/contact/ContactForm.js')).ContactForm,
}));

interface Props {
  place: ContactsPlace;
  directory: Directory;
}

/** The open contact: its details, its form, or the form of a new one. */
export function ContactPane({ place, directory }: Props) {
  if (place.isNew) return <NewContact place={place} directory={directory} />;
  return (
    <OneContact key={place.contactId} place={place} directory={directory} contactId={place.contactId ?? ''} />
  );
}

function Frame({ title, place, children }: { title: string; place: ContactsPlace; children: ReactNode }) {
  return (
    <aside className={styles.pane} aria-label={title}>
      <div className={styles.paneBar}>
        <ActionIcon
          component={Link}
          to={place.listPath}
          className={styles.back}
          aria-label="Back to the list"
        >
          <IconArrowLeft size={20} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
        <h2>{title}</h2>
        <ActionIcon component={Link} to={place.listPath} className={styles.closePane} aria-label="Close">
          <IconX size={18} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </div>
      {children}
    </aside>
  );
}

function NewContact({ place, directory }: Props) {
  const navigate = useNavigate();
  const { orgId, may, uid, sees } = useSeat();
  return (
    <Frame title="Add contact" place={place}>
      <PageTitle parts={['Add contact', 'Contacts']} />
      {may('contact.write') ? (
        <Suspense fallback={<LoadingState />}>
          {directory.org && (
            <ContactForm
              orgId={orgId}
              defaultCountry={directory.org.defaultCountry}
              colleagues={directory.colleagues}
              existing={null}
              initial={sees === 'assigned' ? { assigneeUid: uid } : {}}
              saved={({ contactId }) => void navigate(place.contactPath(contactId), { replace: true })}
              cancel={() => void navigate(place.listPath, { replace: true })}
            />
          )}
        </Suspense>
      ) : (
        <EmptyState title="Viewers cannot add contacts">
          An owner or admin can give you the role of agent.
        </EmptyState>
      )}
    </Frame>
  );
}

function OneContact({ place, directory, contactId }: Props & { contactId: string }) {
  const { orgId } = useSeat();
  const live = useLiveDoc<Contact>(`orgs/${orgId}/contacts/${contactId}`);
  const row = live.status === 'ready' ? live.data : null;
  const title = row ? contactName(row.data) : 'Contact';
  return (
    <Frame title={title} place={place}>
      {live.status === 'loading' && <LoadingState label="Loading the contact" />}
      {live.status === 'failed' && <LiveProblem live={live} what="this contact" />}
      {(live.status === 'denied' || (live.status === 'ready' && !row)) && (
        <EmptyState
          icon={<IconMoodEmpty size={22} stroke={1.6} />}
          title="This contact is not here any more"
          actions={<Link to={place.listPath}>Back to all contacts</Link>}
        >
          It was deleted, or assigned to somebody else and is no longer yours to see.
        </EmptyState>
      )}
      {row && <Open row={row} title={title} place={place} directory={directory} />}
    </Frame>
  );
}

function Open({ row, title, place, directory }: Props & { row: Row<Contact>; title: string }) {
  const navigate = useNavigate();
  const { orgId, may } = useSeat();
  const path = place.contactPath(row.id);
  const isEditing = place.isEditing && may('contact.write') && directory.org !== null;
  const leave = (): void => void navigate(path, { replace: true });
  return (
    <>
      <PageTitle parts={[title, 'Contacts']} />
      {isEditing && directory.org ? (
        <Suspense fallback={<LoadingState />}>
          <ContactForm
            orgId={orgId}
            defaultCountry={directory.org.defaultCountry}
            colleagues={directory.colleagues}
            existing={{ contactId: row.id, contact: row.data }}
            saved={leave}
            cancel={leave}
          />
        </Suspense>
      ) : (
        <ContactDetails row={row} place={place} nameOf={directory.nameOf} />
      )}
    </>
  );
}
