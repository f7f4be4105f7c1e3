import type { Contact } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconMessages, IconPencil } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { fullWhen } from '../../lib/time.js';
import { ContactFacts } from '../../ui/contact/ContactFacts.js';
import { ConsentSection } from '../../ui/contact/consents/ConsentSection.js';
import { Fact, WorkFacts } from '../../ui/contact/WorkFacts.js';
import { ContactRights } from './ContactRights.js';
import styles from './Contacts.module.css';
import type { ContactsPlace } from './contactsPlace.js';

interface Props {
  row: Row<Contact>;
  place: ContactsPlace;
  nameOf: (uid: string) => string | null;
}

const SOURCE: Record<Contact['source'], string> = {
  manual: 'Added by hand',
  inbound: 'Wrote to us',
  import: 'Imported',
  demo: 'Demo data',
};

/** One contact, and the way to its conversation. */
export function ContactDetails({ row, place, nameOf }: Props) {
  const { orgId, may, sees } = useSeat();
  const contact = row.data;
  const { duplicateOf } = contact;
  const queue = sees === 'everything' ? 'all' : 'mine';
  return (
    <div className={styles.details}>
      <div className={styles.detailActions}>
        <Button
          component={Link}
          to={`/o/${orgId}/inbox/${queue}/${row.id}`}
          leftSection={<IconMessages size={16} />}
        >
          Open conversation
        </Button>
        {may('contact.write') && (
          <Button
            component={Link}
            variant="default"
            to={place.editPath(row.id)}
            leftSection={<IconPencil size={16} />}
          >
            Edit contact
          </Button>
        )}
      </div>
      {duplicateOf !== null && (
        <p className={styles.duplicate}>
          Possible duplicate: <Link to={place.contactPath(duplicateOf)}>another contact</Link> has the same
          number or email. Both were kept.
        </p>
      )}
      <ContactFacts contact={contact} />
      <WorkFacts contact={contact} nameOf={nameOf}>
        <Fact name="Source">{SOURCE[contact.source]}</Fact>
        <Fact name="Added">{fullWhen(contact.createdAt.toMillis())}</Fact>
      </WorkFacts>
      <ConsentSection orgId={orgId} contactId={row.id} nameOf={nameOf} />
      {may('contact.delete') && <ContactRights row={row} />}
    </div>
  );
}
