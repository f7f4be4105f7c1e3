import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSession } from '../../lib/session.js';
import { signOut } from '../../lib/authState.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState } from '../../ui/states.js';
import styles from './NoSeat.module.css';

/**
 * An organization the person is not a member of; whether it exists is not told. With `lostName` they had a seat until a
 * moment ago, and everything that was on the screen is gone.
 */
export function NoSeat({ lostName }: { lostName: string | null }) {
  const { person, profile } = useSession();
  const hasOrgs = Object.keys(profile?.orgs ?? {}).length > 0;
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <PageTitle parts={['No access']} />
      <EmptyState
        icon={<IconLock size={24} />}
        isPage
        title={
          lostName === null
            ? 'You are not a member of this organization'
            : `You are no longer a member of ${lostName}`
        }
        actions={
          <>
            <Link to="/o">{hasOrgs ? 'Open your own organization' : 'Create an organization'}</Link>
            <button type="button" className={styles.link} onClick={() => void signOut()}>
              Sign in as somebody else
            </button>
          </>
        }
      >
        {lostName === null
          ? `You are signed in as ${person.email}. Check the address, or ask an owner or admin there for a seat.`
          : 'You left, or an owner or admin removed you. To come back, you need a new invite.'}
      </EmptyState>
    </main>
  );
}
