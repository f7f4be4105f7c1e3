import type { Clause, PolicyVersion } from '@leadpulse/policy/clause';
import { CURRENT_POLICY, policyOf } from '@leadpulse/policy/versions';
import { Link, useSearchParams } from 'react-router';
import { policyDay } from '../../lib/policyDay.js';
import { PublicPage, PublicSection } from '../../ui/plain/PublicPage.js';
import { ChangesSection } from './ChangesSection.js';
import styles from './Policy.module.css';
import { VersionsSection } from './VersionsSection.js';

/**
 * The policy in force; `?since=` tells what changed since an earlier version, `?version=` shows that one whole. Who is signed
 * in comes here by a link that names the version they accepted: the page itself asks nothing of anybody.
 */
export function PolicyRoute() {
  const [search] = useSearchParams();
  const shown = policyOf(search.get('version') ?? '') ?? CURRENT_POLICY;
  const since = search.get('since');
  return (
    <PublicPage title="Privacy policy" lead={shown.summary}>
      <p className={styles.date}>
        Version of <time dateTime={shown.version}>{policyDay(shown.version)}</time>
        {shown === CURRENT_POLICY ? ', in force' : ', no longer in force'}
      </p>
      {shown !== CURRENT_POLICY && (
        <p className={styles.note}>
          You read an earlier version. <Link to="/privacy">Read the one in force</Link> or{' '}
          <Link to={`/privacy?since=${shown.version}`}>see what changed since</Link>.
        </p>
      )}
      {since !== null && shown === CURRENT_POLICY && <ChangesSection since={since} />}
      <Contents policy={shown} />
      {shown.clauses.map((clause) => (
        <ClauseSection key={clause.id} clause={clause} />
      ))}
      <VersionsSection shown={shown} />
    </PublicPage>
  );
}

function Contents({ policy }: { policy: PolicyVersion }) {
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      <ol>
        {policy.clauses.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ClauseSection({ clause: { id, title, paragraphs, list = [] } }: { clause: Clause }) {
  return (
    <PublicSection id={id} title={title}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {list.length > 0 && (
        <ul>
          {list.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </PublicSection>
  );
}
