import type { Contact } from '@leadpulse/model';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Row } from '../../lib/live.js';
import { shortWhen } from '../../lib/time.js';
import { addressText, contactName } from '../../ui/contact/addressText.js';
import { StageMark } from '../../ui/contact/StageMark.js';
import { PersonAvatar } from '../../ui/PersonAvatar.js';
import styles from './Contacts.module.css';

interface Props {
  row: Row<Contact>;
  path: string;
  isOpen: boolean;
  now: number;
  assignee: string | null;
}

const TAGS_SHOWN = 2;

/** One contact of the list. */
export const ContactRow = memo(function ContactRow({ row, path, isOpen, now, assignee }: Props) {
  const { data: contact } = row;
  const name = contactName(contact);
  const address = contact.phones[0] ?? contact.emails[0] ?? '';
  const more = contact.tags.length - TAGS_SHOWN;
  return (
    <Link to={path} className={styles.row} aria-current={isOpen ? 'true' : undefined}>
      <span className={styles.person}>
        <PersonAvatar name={name} seed={row.id} size={32} />
        <span className={styles.names}>
          <span className={styles.name}>{name}</span>
          {contact.company !== '' && <span className={styles.company}>{contact.company}</span>}
        </span>
      </span>
      <span className={styles.address}>{addressText(address)}</span>
      <span className={styles.stage}>
        <StageMark stage={contact.stage} />
      </span>
      <span className={styles.tags}>
        {contact.tags.slice(0, TAGS_SHOWN).map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
        {more > 0 && <span className={styles.dim}>+{more}</span>}
      </span>
      <span className={styles.assignee}>{assignee}</span>
      <span className={styles.time}>
        {contact.lastMessage && shortWhen(contact.lastMessage.at.toMillis(), now)}
      </span>
    </Link>
  );
});
