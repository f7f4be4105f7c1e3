import { AGGREGATION, USAGE_KEPT_DAYS } from '@leadpulse/model';
import { Section } from '../../ui/Page.js';
import styles from './UsageCounts.module.css';

export function FateSection() {
  return (
    <Section title="What becomes of it">
      <ul className={styles.fate}>
        <li>
          A document holds no name and no address. It is added to your organization’s sums of the day and
          deleted within seconds; in no case is it kept for more than 24 hours.
        </li>
        <li>
          Owners and admins of the organization see its sums on Usage. They are kept for {USAGE_KEPT_DAYS}{' '}
          days, and do not tell members apart.
        </li>
        <li>
          We look at sums over organizations only. A number stands for at least {AGGREGATION.leastOrgs}{' '}
          organizations or is left out, and it is rounded.
        </li>
      </ul>
    </Section>
  );
}
