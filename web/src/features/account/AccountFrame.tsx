import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Brand } from '../../ui/Brand.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PrivacyLinks } from '../../ui/plain/PrivacyLinks.js';
import styles from './AccountFrame.module.css';

/** One card in the middle: signing in, signing up, and what belongs to it. */
export function AccountFrame({
  title,
  lead,
  footer,
  children,
}: {
  title: string;
  lead?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <PageTitle parts={[title]} />
      <header className={styles.header}>
        <Link to="/" className={styles.home} aria-label="LeadPulse, start page">
          <Brand />
        </Link>
      </header>
      <main id="main" tabIndex={-1} className={styles.card}>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.footer}>
        {footer}
        <PrivacyLinks />
      </footer>
    </div>
  );
}
