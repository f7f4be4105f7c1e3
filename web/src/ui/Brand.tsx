import styles from './Brand.module.css';

/** The mark and the name. */
export function Brand({ size = 28 }: { size?: number }) {
  return (
    <span className={styles.brand}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--lp-accent)" />
        <path
          d="M5 17h5.2l2.6-7.6 5 14 3.2-8.9 1.2 2.5H27"
          fill="none"
          stroke="var(--lp-on-accent)"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      LeadPulse
    </span>
  );
}
