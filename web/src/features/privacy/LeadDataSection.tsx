import { LEAD_DATA } from '@leadpulse/model';
import { Section } from '../../ui/Page.js';
import { HeldGroup } from './HeldGroup.js';
import styles from './Privacy.module.css';

/** What an organization holds about a lead, to be told when a lead asks. */
export function LeadDataSection() {
  return (
    <Section
      title="What you hold about a lead"
      about="For the day a lead asks: every field, and what it is for. What is in them is in the export of the contact."
    >
      <details className={styles.fold}>
        <summary>Show every field</summary>
        {LEAD_DATA.map((held) => (
          <HeldGroup key={held.path} held={held} valueOf={() => null} />
        ))}
      </details>
    </Section>
  );
}
