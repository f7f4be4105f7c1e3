import type { PolicyVersion } from '@leadpulse/policy/clause';
import { CURRENT_POLICY, POLICY_VERSIONS } from '@leadpulse/policy/versions';
import { Link } from 'react-router';
import { policyDay } from '../../lib/policyDay.js';
import { PublicSection } from '../../ui/plain/PublicPage.js';
import styles from './Policy.module.css';

/** Every version there was: to be read whole, and compared with the one in force. */
export function VersionsSection({ shown }: { shown: PolicyVersion }) {
  return (
    <PublicSection id="versions" title="All versions">
      <ul className={styles.versions}>
        {POLICY_VERSIONS.map((policy) => (
          <VersionLine key={policy.version} policy={policy} isShown={policy === shown} />
        ))}
      </ul>
    </PublicSection>
  );
}

function VersionLine({ policy, isShown }: { policy: PolicyVersion; isShown: boolean }) {
  const { version, summary } = policy;
  const isCurrent = policy === CURRENT_POLICY;
  const day = policyDay(version);
  return (
    <li>
      <strong>{day}</strong> {isCurrent && '(in force) '}
      {summary}
      <span className={styles.ways}>
        {isShown ? (
          <span>You are reading it</span>
        ) : (
          <Link
            to={isCurrent ? '/privacy' : `/privacy?version=${version}`}
            aria-label={`Read it: the version of ${day}`}
          >
            Read it
          </Link>
        )}
        {!isCurrent && (
          <Link to={`/privacy?since=${version}#what-changed`} aria-label={`What changed since ${day}`}>
            What changed since
          </Link>
        )}
      </span>
    </li>
  );
}
