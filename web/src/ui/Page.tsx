import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  width?: number;
  children: ReactNode;
}

/** A screen that is read from top to bottom: heading, what it is for, its actions, then sections. */
export function Page({ title, lead, actions, width, children }: PageProps) {
  const style = width === undefined ? undefined : ({ '--width': `${width}px` } as CSSProperties);
  return (
    <div className={styles.page} style={style}>
      <div className={styles.inner}>
        <header className={styles.header}>
          <div className={styles.heading}>
            <h1>{title}</h1>
            {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}

/** One card of a page, under a heading of its own. */
export function Section({
  title,
  about,
  children,
}: {
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {about !== undefined && <p className={styles.about}>{about}</p>}
      {children}
    </section>
  );
}
