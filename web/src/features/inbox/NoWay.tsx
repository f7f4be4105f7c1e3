import type { Channel } from '@leadpulse/model';
import { Link } from 'react-router';
import { useSeat } from '../../lib/session.js';
import styles from './Composer.module.css';

/** What is missing before a message can go out, and where to add it. */
export function NoWay({ missing, contactId }: { missing: 'account' | Channel; contactId: string }) {
  const { orgId, may } = useSeat();
  if (missing === 'account') {
    return (
      <p className={styles.noWay}>
        No channel is connected to send from.{' '}
        {may('account.write') ? (
          <Link to={`/o/${orgId}/accounts`}>Connect a channel</Link>
        ) : (
          'An owner or admin can connect one.'
        )}
      </p>
    );
  }
  const noun = missing === 'sms' ? 'a phone number' : 'an email address';
  return (
    <p className={styles.noWay}>
      This contact does not have {noun} yet.{' '}
      <Link to={`/o/${orgId}/contacts/${contactId}?edit=1`}>Add {noun}</Link>
    </p>
  );
}
