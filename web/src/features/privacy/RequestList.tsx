import type { PrivacyRequest } from '@leadpulse/model';
import type { ReactNode } from 'react';
import { useMinute } from '../../lib/clock.js';
import type { Row } from '../../lib/live.js';
import { fullWhen } from '../../lib/time.js';
import styles from './Requests.module.css';
import { KIND_WORDS, standingOf } from '../../ui/privacy/requestWords.js';

interface Props {
  rows: readonly Row<PrivacyRequest>[];
  empty: string;
  actionsFor?: (row: Row<PrivacyRequest>) => ReactNode;
}

/** Requests, the newest first, each with its clock, its answer and the number of its receipt. */
export function RequestList({ rows, empty, actionsFor }: Props) {
  const now = useMinute();
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  const newestFirst = [...rows].sort((a, b) => b.data.at.toMillis() - a.data.at.toMillis());
  return (
    <ul className={styles.requests}>
      {newestFirst.map((row) => {
        const standing = standingOf(row.data, now);
        return (
          <li key={row.id}>
            <p className={styles.head}>
              <span className={styles.kind}>{KIND_WORDS[row.data.kind]}</span>
              <span className={styles.standing} data-tone={standing.tone}>
                {standing.words}
              </span>
            </p>
            <p className={styles.when}>
              Asked {fullWhen(row.data.at.toMillis())} · Receipt {row.id}
            </p>
            {row.data.note !== '' && <p className={styles.words}>{row.data.note}</p>}
            {row.data.answer !== '' && <p className={styles.answer}>{row.data.answer}</p>}
            {actionsFor?.(row)}
          </li>
        );
      })}
    </ul>
  );
}
