import { Link } from 'react-router';
import { useSeat } from '../../lib/session.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import styles from './Privacy.module.css';
import { ORG_SECTIONS, PERSON_SECTIONS } from './sections.js';

/** What LeadPulse holds about the person who is signed in and what they can do about it; below, the same for the organization. */
export function PrivacyCenterRoute() {
  const { orgId, name, may } = useSeat();
  return (
    <Page
      title="Your privacy"
      lead={
        <>
          What LeadPulse holds about you, what for, and what you can do about it. The rules behind it are in
          the <Link to="/privacy">privacy policy</Link>.
        </>
      }
    >
      <PageTitle parts={['Your privacy']} />
      {PERSON_SECTIONS.map(({ id, Section }) => (
        <Section key={id} />
      ))}
      {may('contact.export') && (
        <>
          <h2 className={styles.part}>{name}</h2>
          {ORG_SECTIONS.map(({ id, Section }) => (
            <Section key={`${orgId} ${id}`} />
          ))}
        </>
      )}
    </Page>
  );
}
