import { FEATURES } from '@leadpulse/model';
import { Section } from '../../ui/Page.js';
import { FEATURE_GROUPS, featureWords } from './featureWords.js';
import styles from './UsageCounts.module.css';

/** The whole list: nothing else can be counted. */
export function CountableSection() {
  return (
    <Section
      title="Everything that can be counted"
      about={`These ${FEATURES.length} uses and the family of your browser (Chrome, Firefox, Safari, Edge or another). The database refuses anything else, in particular any text.`}
    >
      <div className={styles.groups}>
        {FEATURE_GROUPS.map(({ id, label, features }) => (
          <div key={id}>
            <h3>{label}</h3>
            <ul>
              {features.map((feature) => (
                <li key={feature}>{featureWords(feature)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}
