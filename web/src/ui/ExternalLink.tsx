import type { ReactNode } from 'react';
import styles from './ExternalLink.module.css';
import { OWN_TAB } from './ownTab.js';

/** A link to another site, marked as one. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} {...OWN_TAB}>
      {children}
      <OwnTabMark />
    </a>
  );
}

/** Says to eyes and ears that a link leaves this tab. */
export function OwnTabMark() {
  return (
    <span className={styles.mark}>
      <svg width="0.75em" height="0.75em" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d="M4.5 2H2v8h8V7.5M7 2h3v3M10 2 5.5 6.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.25"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="lp-visually-hidden"> (opens in a new tab)</span>
    </span>
  );
}
