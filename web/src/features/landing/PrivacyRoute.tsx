import { POLICY_DATE, POLICY_TEXT, SUPPORT_ADDRESS } from '@leadpulse/policy/text';
import { Link } from 'react-router';
import { Brand } from '../../ui/Brand.js';
import { PageTitle } from '../../ui/PageTitle.js';
import styles from './PrivacyRoute.module.css';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(
  Date.parse(POLICY_DATE),
);

/** The policy in force, as a page anybody can read. */
export function PrivacyRoute() {
  return (
    <div className={styles.page}>
      <PageTitle parts={['Privacy policy']} />
      <header className={styles.header}>
        <Link to="/" className={styles.home} aria-label="LeadPulse, start page">
          <Brand />
        </Link>
      </header>
      <main id="main" tabIndex={-1} className={styles.text}>
        <h1>Privacy policy</h1>
        <p className={styles.date}>
          Version of <time dateTime={POLICY_DATE}>{DATE}</time>
        </p>
        {POLICY_TEXT.map(({ id, title, paragraphs, list }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {list !== undefined && (
              <ul>
                {list.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <p>
          <a href={`mailto:${SUPPORT_ADDRESS}`}>Write to support</a>
        </p>
      </main>
    </div>
  );
}
