import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Brand } from '../Brand.js';
import { PageTitle } from '../PageTitle.js';
import { PrivacyLinks } from './PrivacyLinks.js';
import styles from './PublicPage.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** A page to read that anybody can open: heading, sections, and the way to the others of its kind. */
export function PublicPage({ title, lead, children }: Props) {
  useGoToPlace();
  return (
    <div className={styles.page}>
      <PageTitle parts={[title]} />
      <header className={styles.header}>
        <Link to="/" className={styles.home} aria-label="LeadPulse, start page">
          <Brand />
        </Link>
      </header>
      <main id="main" tabIndex={-1} className={styles.text}>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.footer}>
        <PrivacyLinks />
      </footer>
    </div>
  );
}

/** One part of it; its heading can be linked to. */
export function PublicSection({
  id,
  title,
  children,
}: {
  id: string;
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** The page was not there yet when the browser looked for the place behind the `#`; another page starts at its top. */
function useGoToPlace(): void {
  const { pathname, hash } = useLocation();
  useEffect(() => {
    const place = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (place === null) window.scrollTo(0, 0);
    else place.scrollIntoView();
  }, [pathname, hash]);
}
