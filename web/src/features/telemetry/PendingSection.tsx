import { BATCH_AGE_MS, BATCH_PAUSE_MS } from '@leadpulse/model';
import type { Pending } from '../../lib/telemetry/outbox.js';
import { clockTime } from '../../lib/time.js';
import { Section } from '../../ui/Page.js';
import { CountList } from './CountList.js';
import styles from './UsageCounts.module.css';

interface Props {
  pending: readonly Pending[];
  leftAt: number;
  nameOf: (orgId: string) => string;
  isOn: boolean;
}

/** What was counted and has not left this browser. */
export function PendingSection({ pending, leftAt, nameOf, isOn }: Props) {
  return (
    <Section
      title="Waiting in this browser"
      about="It leaves when you close LeadPulse, or half an hour after the first of it; never more than one document in five minutes."
    >
      {pending.length === 0 && (
        <p className={styles.nothing}>
          {isOn ? 'Nothing was counted since the last document left.' : 'Nothing.'}
        </p>
      )}
      {pending.map(({ orgId, day, since, counts }) => (
        <div key={`${orgId} ${day}`} className={styles.pending}>
          <h3>
            {nameOf(orgId)}, {day}
          </h3>
          <p className={styles.when}>
            Leaves by {clockTime(Math.max(since + BATCH_AGE_MS, leftAt + BATCH_PAUSE_MS))}
          </p>
          <CountList counts={counts} />
        </div>
      ))}
    </Section>
  );
}
