import { PERSON_DATA } from '@leadpulse/model';
import type { HeldData } from '@leadpulse/model';
import { useSession } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { FIELD_WORDS, valueOf } from './heldWords.js';
import styles from './Privacy.module.css';

/** Field by field: what we hold about the person, what for, who sees it and how long it is kept. */
export function HeldSection() {
  const { profile } = useSession();
  return (
    <Section
      title="What we hold, and why"
      about="Everything about you by name. What you write to leads belongs to the organization you write for."
    >
      {PERSON_DATA.map((held) => (
        <HeldGroup key={held.path} held={held} valueOf={(field) => valueOf(held, field, profile)} />
      ))}
    </Section>
  );
}

function HeldGroup({ held, valueOf }: { held: HeldData; valueOf: (field: string) => string | null }) {
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
