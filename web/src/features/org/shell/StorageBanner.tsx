import { Link } from 'react-router';
import { useSeat, useSession } from '../../../lib/session.js';
import { StorageButtons } from '../../../ui/consent/StorageButtons.js';
import { notify } from '../../../ui/notify.js';
import styles from './StorageBanner.module.css';

/** Asks once what the browser may keep. It covers nothing and hurries nobody: until an answer, only what is needed is kept. */
export function StorageBanner() {
  const { person, profile } = useSession();
  const { orgId } = useSeat();
  if (profile === null) return null;
  const thank = (): void => {
    document.getElementById('main')?.focus({ preventScroll: true });
    void notify({ message: 'Your choice is saved. You find it again under Your privacy.' });
  };
  return (
    <section className={styles.banner} aria-labelledby="storage-question">
      <div className={styles.words}>
        <h2 id="storage-question">May your browser count which features you use?</h2>
        <p>
          The counts show us what is used and what is not; they never hold what you write, to whom, or a file.
          Until you choose, only what is needed is kept. <Link to="/privacy/cookies">See what is kept</Link>{' '}
          or <Link to={`/o/${orgId}/privacy/usage-counts`}>every count in the list</Link>.
        </p>
      </div>
      <StorageButtons uid={person.uid} preferences={profile.preferences} onChosen={thank} />
    </section>
  );
}
