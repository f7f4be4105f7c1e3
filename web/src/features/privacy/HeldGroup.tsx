import type { HeldData } from '@leadpulse/model';
import { FIELD_WORDS } from './heldWords.js';
import styles from './Privacy.module.css';

/** One place of the register: each field with what it is for, and its value where there is one to show. */
export function HeldGroup({ held, valueOf }: { held: HeldData; valueOf: (field: string) => string | null }) {
  return (
    <div className={styles.group}>
      <h3>{held.title}</h3>
      <dl className={styles.held}>
        {Object.entries(held.fields).map(([field, purpose]) => {
          const value = valueOf(field);
          return (
            <div key={field}>
              <dt>{FIELD_WORDS[field] ?? field}</dt>
              <dd>
                {value !== null && <span className={styles.value}>{value}</span>}
                {purpose}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.fate}>
        Seen by: {held.seenBy}. Kept: {held.kept}.
      </p>
    </div>
  );
}
