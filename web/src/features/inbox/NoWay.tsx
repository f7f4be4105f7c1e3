import type { Channel } from '@leadpulse/model';
import { Link } from 'react-router';
import { useSeat } from '../../lib/session.js';
import type { NamedAccount } from '../../lib/useDirectory.js';
import styles from './Composer.module.css';
import { awayWords } from './InsteadNotice.js';

interface Props {
  missing: 'account' | Channel;
  accounts?: NamedAccount[];
  contactId: string;
}

/** What is missing before a message can go out, and where to add it. */
export function NoWay({ missing, accounts = [], contactId }: Props) {
  const { orgId } = useSeat();
  if (missing === 'account') return <NoAccount accounts={accounts} />;
  const noun = missing === 'sms' ? 'a phone number' : 'an email address';
  return (
    <p className={styles.noWay}>
      This contact does not have {noun} yet.{' '}
      <Link to={`/o/${orgId}/contacts/${contactId}?edit=1`}>Add {noun}</Link>
    </p>
  );
}

function NoAccount({ accounts }: { accounts: NamedAccount[] }) {
  const { orgId, may } = useSeat();
  const connected = accounts.filter(({ account }) => account.state !== 'disconnected');
  const away = connected.map(awayWords).filter((words) => words !== null);
  const says = away.length > 0 ? `${away.join(', ')}.` : 'No channel is connected to send from.';
  const act = away.length > 0 ? 'Open accounts' : 'Connect a channel';
  return (
    <p className={styles.noWay}>
      {says}{' '}
      {may('account.write') ? (
        <Link to={`/o/${orgId}/accounts`}>{act}</Link>
      ) : (
        'An owner or admin can change that.'
      )}
    </p>
  );
}
