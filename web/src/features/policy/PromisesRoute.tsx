import type { RegisteredPromise } from '@leadpulse/policy/register';
import { REGISTER } from '@leadpulse/policy/register';
import { Link } from 'react-router';
import facts from '../../../../docs/promises.json?raw';
import { classes } from '../../ui/classes.js';
import { PublicPage, PublicSection } from '../../ui/plain/PublicPage.js';
import styles from './Policy.module.css';
import { outcomeOf, promiseRunWords, readPromiseFacts } from './promiseFacts.js';

const FACTS = readPromiseFacts(facts);

/** Every promise of the policy: what keeps it, where it can be seen, and what its tests showed; docs/promises.md says the same. */
export function PromisesRoute() {
  return (
    <PublicPage
      title="What we promise, and how it is kept"
      lead="Each promise of the privacy policy, with the part of the program that keeps it, the screen where you can see it, and the tests that tell when it is broken."
    >
      <PublicSection id="promises" title="The promises">
        <p>{promiseRunWords(FACTS)}</p>
        <div className={styles.changes}>
          {REGISTER.map((promise) => (
            <PromiseCard key={promise.id} promise={promise} />
          ))}
        </div>
      </PublicSection>
    </PublicPage>
  );
}

function PromiseCard({
  promise: { id, promise, clauses, controls, screens },
}: {
  promise: RegisteredPromise;
}) {
  const { outcome, words } = outcomeOf(FACTS, id);
  return (
    <article id={id}>
      <h3>{promise}</h3>
      <p className={styles.kind}>
        {id} ·{' '}
        <span
          className={classes(
            'lp-number',
            outcome === 'held' && styles.held,
            outcome === 'broken' && styles.broken,
          )}
        >
          {words}
        </span>
      </p>
      <dl className={styles.facts}>
        <dt>In the policy</dt>
        <dd>
          {clauses.map(({ id: clause, title }, at) => (
            <span key={clause}>
              {at > 0 && ' · '}
              <Link to={`/privacy#${clause}`}>{title}</Link>
            </span>
          ))}
        </dd>
        <dt>Kept by</dt>
        <dd>
          <ul>
            {controls.map(({ file, does }) => (
              <li key={file}>
                <code>{file}</code>: {does}
              </li>
            ))}
          </ul>
        </dd>
        <dt>To be seen</dt>
        <dd>
          <ul>
            {screens.map(({ path, shows }) => (
              <li key={path}>
                <Place path={path} />: {shows}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <Tests id={id} />
    </article>
  );
}

/** A screen of an organization has no address that holds for everybody: `/o` leads to one's own, its name says which there. */
function Place({ path }: { path: string }) {
  if (!path.startsWith('/o/')) return <Link to={path}>{path}</Link>;
  return (
    <>
      <Link to="/o">your organization</Link>, {path.slice('/o/:orgId'.length)}
    </>
  );
}

function Tests({ id }: { id: string }) {
  const suites = FACTS.promises.get(id)?.suites ?? [];
  if (suites.length === 0) return null;
  return (
    <details className={styles.tests}>
      <summary>Its tests</summary>
      <ul>
        {suites.map(({ file, title, passed, failed }) => (
          <li key={`${file}${title}`}>
            {title}: {passed} passed{failed > 0 && `, ${failed} failed`} (<code>{file}</code>)
          </li>
        ))}
      </ul>
    </details>
  );
}
