import { ROLES, can } from '@leadpulse/model';
import { SUPPORT_ADDRESS } from '@leadpulse/policy/contact';
import { Link } from 'react-router';
import facts from '../../../../docs/security.json?raw';
import { CAPABILITY_WORDS, ROLE_WORDS } from '../../lib/roleWords.js';
import { classes } from '../../ui/classes.js';
import { PublicPage } from '../../ui/plain/PublicPage.js';
import type { Check } from './securityFacts.js';
import { checksOf, readFacts, runWords } from './securityFacts.js';
import styles from './SecurityRoute.module.css';
import { HOW, NOT_COVERED } from './securityText.js';

const FACTS = readFacts(facts);

/** How data is kept apart, what was measured of that, and what was not; docs/security.md says the same. */
export function SecurityRoute() {
  return (
    <PublicPage
      title="Security"
      lead="Your organization’s data is yours alone, and members see what their role allows. Here is how that is kept, how it is checked, and what the checks do not show."
    >
      <section aria-labelledby="how">
        <h2 id="how">How it is kept</h2>
        <dl className={styles.how}>
          {HOW.map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="roles">
        <h2 id="roles">What each role may do</h2>
        <RoleTable />
        <p>
          Owners and admins see all leads. Agents and viewers see all of them or only those assigned to them,
          as an owner or admin decides.
        </p>
      </section>
      <Checks />
      <section aria-labelledby="not-covered">
        <h2 id="not-covered">What this does not show</h2>
        <ul>
          {NOT_COVERED.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="report">
        <h2 id="report">Found a weakness?</h2>
        <p>
          Please <a href={`mailto:${SUPPORT_ADDRESS}`}>write to us</a> before you tell others. How we treat
          personal data is in the <Link to="/privacy">privacy policy</Link>.
        </p>
      </section>
    </PublicPage>
  );
}

function Checks() {
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">How it is checked</h2>
      <p>{runWords(FACTS)}</p>
      <ul className={styles.checks}>
        {checksOf(FACTS).map((check) => (
          <CheckLine key={check.title} check={check} />
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ check: { title, about, result, outcome } }: { check: Check }) {
  const mark = outcome === 'held' ? styles.isHeld : outcome === 'broken' && styles.isBroken;
  return (
    <li>
      <h3>{title}</h3>
      <p className={classes(styles.result, 'lp-number', mark)}>
        {result}
        {outcome === 'broken' && ' (not as it must be)'}
      </p>
      <p>{about}</p>
    </li>
  );
}

function RoleTable() {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Roles, to scroll sideways">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="lp-visually-hidden">Capability</span>
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {ROLE_WORDS[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CAPABILITY_WORDS.map(({ words, capability }) => (
            <tr key={capability}>
              <th scope="row">{words}</th>
              {ROLES.map((role) => (
                <td key={role}>{can(role, capability) ? 'yes' : <span className={styles.no}>no</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
