import type { UserConsent } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { collection, limit, query, where } from 'firebase/firestore';
import { Link } from 'react-router';
import { db } from '../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../lib/live.js';
import { policyDay } from '../../lib/policyDay.js';
import { useSession } from '../../lib/session.js';
import { fullWhen } from '../../lib/time.js';
import { Section } from '../../ui/Page.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import { policyEvents } from './policyEvents.js';
import styles from './Privacy.module.css';

/** Which versions of the policy the person saw and accepted, when, and how. */
export function PolicySection() {
  const { person } = useSession();
  const live = useLiveQuery<UserConsent>(`policy-consents:${person.uid}`, () =>
    query(
      collection(db, `users/${person.uid}/consents`),
      where('what', 'in', ['privacy-policy', 'policy-notice']),
      limit(100),
    ),
  );
  return (
    <Section
      title="Versions of the policy"
      about={
        <>
          In force is the version of {policyDay(POLICY_VERSION)}.{' '}
          <Link to="/privacy#versions">Read and compare all versions</Link>
        </>
      }
    >
      {live.status === 'loading' && <LoadingState />}
      {live.status === 'ready' && <Events consents={live.data.map(({ data }) => data)} />}
      {(live.status === 'denied' || live.status === 'failed') && (
        <LiveProblem live={live} what="the record of the policy" />
      )}
    </Section>
  );
}

function Events({ consents }: { consents: readonly UserConsent[] }) {
  const events = policyEvents(consents);
  if (events.length === 0) return <p>Nothing is on record yet.</p>;
  return (
    <dl className={styles.held}>
      {events.map(({ version, atMs, words }) => (
        <div key={`${version}${atMs}${words}`}>
          <dt>{policyDay(version)}</dt>
          <dd>
            <span className={styles.value}>{words}</span>
            {fullWhen(atMs)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
