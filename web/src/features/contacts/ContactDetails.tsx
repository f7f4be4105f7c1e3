import type { Contact } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconMessages, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { fullWhen } from '../../lib/time.js';
import { ContactFacts } from '../../ui/contact/ContactFacts.js';
import { StageMark } from '../../ui/contact/StageMark.js';
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
  const { assigneeUid, duplicateOf } = contact;
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
            to={`${place.contactPath(row.id)}${place.contactPath(row.id).includes('?') ? '&' : '?'}edit=1`}
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
      <dl className={styles.facts}>
        <Fact name="Company">{contact.company}</Fact>
        <Fact name="Stage">
          <StageMark stage={contact.stage} />
        </Fact>
        <Fact name="Assigned to">
          {assigneeUid === null ? 'Nobody' : (nameOf(assigneeUid) ?? 'A colleague')}
        </Fact>
        <Fact name="Tags">
          {contact.tags.length > 0 && (
            <span className={styles.tags}>
              {contact.tags.map((tag) => (
                <span key={tag} className={styles.tag}>
                  {tag}
                </span>
              ))}
            </span>
          )}
        </Fact>
        <Fact name="Source">{SOURCE[contact.source]}</Fact>
        <Fact name="Added">{fullWhen(contact.createdAt.toMillis())}</Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === '' || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
