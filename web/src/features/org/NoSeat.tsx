import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSession } from '../../lib/session.js';
import { signOut } from '../../lib/authState.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState } from '../../ui/states.js';
import styles from './NoSeat.module.css';

/** An organization the person is not a member of; whether it exists is not told. */
export function NoSeat() {
  const { person } = useSession();
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <PageTitle parts={['No access']} />
      <EmptyState
        icon={<IconLock size={24} />}
        isPage
        title="You are not a member of this organization"
        actions={
          <>
            <Link to="/o">Open your own organization</Link>
            <button type="button" className={styles.link} onClick={() => void signOut()}>
              Sign in as somebody else
            </button>
          </>
        }
      >
        You are signed in as {person.email}. Check the address, or ask an owner or admin there for a seat.
      </EmptyState>
    </main>
  );
}
