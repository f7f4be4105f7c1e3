import { Link } from 'react-router';
import { useSeat, useSession } from '../../lib/session.js';
import { nowWords } from '../../ui/consent/choiceWords.js';
import { StorageButtons } from '../../ui/consent/StorageButtons.js';
import { Section } from '../../ui/Page.js';
import styles from './Privacy.module.css';

/** What the browser may keep, and what follows from it: the choice of the banner, to be changed at any time. */
export function StorageSection() {
  const { person, profile } = useSession();
  const { orgId } = useSeat();
  if (profile === null) return null;
  const { preferences } = profile;
  return (
    <Section
      title="What your browser may keep"
      about={
        <>
          The choice goes with you to every browser you sign in with.{' '}
          <Link to="/privacy/cookies">See the list</Link> of everything that is kept, and{' '}
          <Link to={`/o/${orgId}/privacy/usage-counts`}>your usage counts</Link> word for word.
        </>
      }
    >
      <StorageButtons uid={person.uid} preferences={preferences} />
      <p className={styles.now} role="status">
        {nowWords(preferences, navigator)}
      </p>
    </Section>
  );
}
