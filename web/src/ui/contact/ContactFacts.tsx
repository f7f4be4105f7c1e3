import type { Contact } from '@leadpulse/model';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useMinute } from '../../lib/clock.js';
import { clockTime } from '../../lib/time.js';
import { addressText } from './addressText.js';
import styles from './ContactFacts.module.css';
import { useZoneOfPhone } from '../../lib/useZoneOfPhone.js';

/** How the lead can be reached, what they asked us not to do, and what time it is for them. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { phones, emails, optOut } = contact;
  return (
    <ul className={styles.facts} aria-label="Addresses">
      {phones.map((phone) => (
        <li key={phone}>
          <IconPhone size={15} stroke={1.7} aria-hidden="true" />
          <a href={`tel:${phone}`}>{addressText(phone)}</a>
        </li>
      ))}
      {optOut.sms && <OptOut>Asked for no texts</OptOut>}
      {emails.map((email) => (
        <li key={email}>
          <IconMail size={15} stroke={1.7} aria-hidden="true" />
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      ))}
      {optOut.email && <OptOut>Asked for no emails</OptOut>}
      {phones.length + emails.length === 0 && <li className={styles.dim}>No address yet</li>}
      <LocalTime contact={contact} />
    </ul>
  );
}

function OptOut({ children }: { children: string }) {
  return (
    <li>
      <span className={styles.optOut}>{children}</span>
    </li>
  );
}

function LocalTime({ contact }: { contact: Contact }) {
  const now = useMinute();
  const told = useZoneOfPhone(contact.phones[0] ?? null);
  const zone = contact.timeZone ?? told;
  if (zone === null) return null;
  return (
    <li className={styles.dim}>
      <span className="lp-number">{clockTime(now, zone)}</span> where they are
    </li>
  );
}
