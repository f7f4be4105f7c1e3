import type { Feature, FeatureCounts } from '@leadpulse/model';
import { classes } from '../../ui/classes.js';
import { featureWords } from './featureWords.js';
import styles from './UsageCounts.module.css';

/** Features and how often each was used, most used first. */
export function CountList({ counts, isLong = false }: { counts: FeatureCounts; isLong?: boolean }) {
  const entries = (Object.entries(counts) as [Feature, number][]).sort(([, a], [, b]) => b - a);
  return (
    <ul className={classes(styles.counts, isLong && styles.isLong)}>
      {entries.map(([feature, uses]) => (
        <li key={feature}>
          <span>{featureWords(feature)}</span>
          <span className="lp-number">{uses}</span>
        </li>
      ))}
    </ul>
  );
}
