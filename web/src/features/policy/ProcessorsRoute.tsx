import type { Processor } from '@leadpulse/policy/processors';
import { PROCESSORS } from '@leadpulse/policy/processors';
import { Link } from 'react-router';
import { PublicPage, PublicSection } from '../../ui/plain/PublicPage.js';
import styles from './Policy.module.css';

/** Who gets data, what for, and what of it; what runs on a developer's machine only is not among them. */
export function ProcessorsRoute() {
  const inProduction = PROCESSORS.filter(({ isLocalOnly }) => isLocalOnly !== true);
  return (
    <PublicPage
      title="Who processes data for us"
      lead="Everybody outside of LeadPulse that gets data, with what it is for. Our servers can reach nobody else: code that does not name one of these is refused before it is built."
    >
      <PublicSection id="processors" title="Chosen by LeadPulse">
        <List processors={inProduction.filter(({ chosenBy }) => chosenBy === 'LeadPulse')} />
      </PublicSection>
      <PublicSection id="connected" title="Chosen by your organization">
        <p>
          An organization connects its own mailboxes and numbers. Whom it connects, members see under
          Accounts.
        </p>
        <List processors={inProduction.filter(({ chosenBy }) => chosenBy !== 'LeadPulse')} />
      </PublicSection>
      <PublicSection id="authorities" title="Authorities">
        <p>
          We hand out personal data only where a law binds us to, and only what it asks for. Each request is
          written into a log: who asked, by which law, what was given or refused, and whether the people it is
          about know. An entry that is changed or removed later breaks the chain of the log, and no app and no
          browser can read it.
        </p>
      </PublicSection>
      <PublicSection id="not" title="Nobody else">
        <p>
          No advertising network, no analytics company, no data broker gets anything. We do not sell personal
          data; the <Link to="/privacy#no-sale">policy</Link> says so.
        </p>
      </PublicSection>
    </PublicPage>
  );
}

function List({ processors }: { processors: readonly Processor[] }) {
  return (
    <div className={styles.changes}>
      {processors.map((processor) => (
        <Card key={processor.id} processor={processor} />
      ))}
    </div>
  );
}

function Card({ processor: { name, does, gets, never, terms } }: { processor: Processor }) {
  return (
    <article>
      <h3>{name}</h3>
      <p>{does}</p>
      <dl className={styles.facts}>
        <dt>It gets</dt>
        <dd>
          <ul>
            {gets.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </dd>
        <dt>Not</dt>
        <dd>{never}</dd>
        <dt>Contract</dt>
        <dd>{terms}</dd>
      </dl>
    </article>
  );
}
