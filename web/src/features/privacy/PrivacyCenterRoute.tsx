import { Link } from 'react-router';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PERSON_SECTIONS } from './sections.js';

/** What LeadPulse holds about the person who is signed in, and what they can do about it. */
export function PrivacyCenterRoute() {
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
    </Page>
  );
}
