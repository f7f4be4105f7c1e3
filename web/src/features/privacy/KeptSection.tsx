import { PRODUCT_RETENTION } from '@leadpulse/model';
import { Section } from '../../ui/Page.js';
import styles from './Retention.module.css';

/** What LeadPulse itself keeps to run, and when it goes. */
export function KeptSection() {
  return (
    <Section
      title="What goes by itself"
      about="What LeadPulse keeps to run, and how long. Contacts and conversations stay until they are erased or their timer ends."
    >
      <dl className={styles.kept}>
        {PRODUCT_RETENTION.flatMap(({ collection, title, kept }) => [
          <dt key={`${collection} title`}>{title}</dt>,
          <dd key={`${collection} kept`}>{kept}</dd>,
        ])}
      </dl>
    </Section>
  );
}
