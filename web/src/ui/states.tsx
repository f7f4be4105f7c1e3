import type { ReactNode } from 'react';
import { classes } from './classes.js';
import styles from './states.module.css';

interface StateProps {
  title: string;
  children?: ReactNode; // what to know or do next
  icon?: ReactNode;
  actions?: ReactNode;
  isPage?: boolean; // the screen holds nothing else: the title is its heading
}

/** A list without rows: says why and leads to the next step. */
export function EmptyState({ title, children, icon, actions, isPage = false }: StateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={styles.state}>
      {icon !== undefined && <div className={styles.icon}>{icon}</div>}
      <Title className={styles.title}>{title}</Title>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Something failed: what happened, and what to do. */
export function ErrorState({
  title,
  children,
  icon,
  actions,
  onRetry,
}: StateProps & { onRetry?: () => void }) {
  return (
    <div className={classes(styles.state, styles.isError)} role="alert">
      {icon !== undefined && <div className={styles.icon}>{icon}</div>}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      <div className={styles.actions}>
        {onRetry !== undefined && (
          <button type="button" className={styles.button} onClick={onRetry}>
            Try again
          </button>
        )}
        {actions}
      </div>
    </div>
  );
}

/** Shows only when waiting lasts; `label` is what a screen reader hears. */
export function LoadingState({ label = 'Loading' }: { label?: string }) {
  return (
    <div className={styles.loading} role="status" aria-label={label}>
      <svg className={styles.pulse} viewBox="0 0 32 32" fill="none" aria-hidden="true">
        <path d="M3 17h6.2l2.6-8 5.4 15 3.4-9.6 1.4 2.6H29" stroke="currentColor" strokeWidth="2" />
      </svg>
    </div>
  );
}

/** Words for a listener that ended: denied by the rules, or broken. */
export function LiveProblem({
  live,
  what,
}: {
  live: { status: 'denied' } | { status: 'failed'; retry: () => void };
  what: string;
}) {
  if (live.status === 'denied') {
    return (
      <EmptyState title={`You cannot see ${what}`}>
        Your role or your seat does not include this. An owner or admin of the organization can change that.
      </EmptyState>
    );
  }
  return (
    <ErrorState title={`Loading ${what} failed`} onRetry={live.retry}>
      The connection broke off. What you wrote is not lost.
    </ErrorState>
  );
}
