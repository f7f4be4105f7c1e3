import type { Outcome, Sent } from '../../lib/telemetry/outbox.js';
import { fullWhen } from '../../lib/time.js';
import { Section } from '../../ui/Page.js';
import styles from './UsageCounts.module.css';

const OUTCOMES: Record<Outcome, string> = {
  sent: 'Arrived',
  refused: 'Refused by the server, and not counted',
  left: 'Left with the page',
  unknown: 'The connection broke; it is not sent again',
};

/** The documents that left this browser, exactly as they were written. */
export function SentSection({ sent, nameOf }: { sent: readonly Sent[]; nameOf: (orgId: string) => string }) {
  const newestFirst = [...sent].reverse();
  return (
    <Section
      title="Sent by this browser"
      about="Each document word for word, for 30 days. The list is kept here and nowhere else; the server adds a document up within seconds and deletes it."
    >
      {newestFirst.length === 0 && <p className={styles.nothing}>Nothing was sent.</p>}
      <ul className={styles.sent}>
        {newestFirst.map(({ orgId, batchId, at, outcome, document }) => (
          <li key={batchId}>
            <p className={styles.head}>
              <span>{fullWhen(at)}</span>
              <span data-outcome={outcome}>{OUTCOMES[outcome]}</span>
            </p>
            <p className={styles.when}>{nameOf(orgId)}</p>
            <pre
              tabIndex={0}
              role="group"
              aria-label={`Document of ${fullWhen(at)}`}
            >{`orgs/${orgId}/telemetry/${batchId}\n${JSON.stringify(document, null, 2)}`}</pre>
          </li>
        ))}
      </ul>
    </Section>
  );
}
