import type { Stage } from '@leadpulse/model';
import styles from './StageMark.module.css';
import { STAGE_LABEL } from './stages.js';

/** A stage as a word with a dot; the word says it, the colour helps the eye. */
export function StageMark({ stage }: { stage: Stage }) {
  return (
    <span className={styles.mark} data-stage={stage}>
      {STAGE_LABEL[stage]}
    </span>
  );
}
