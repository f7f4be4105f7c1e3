import type { Note } from '@leadpulse/model';
import { useMinute } from '../../lib/clock.js';
import type { Row } from '../../lib/live.js';
import { shortWhen } from '../../lib/time.js';
import { writerName } from '../../lib/writerName.js';
import styles from './ContactPanel.module.css';

const SHOWN = 3;

/** The newest notes, so that they are found however long the thread is. */
export function RecentNotes({
  notes,
  nameOf,
}: {
  notes: Row<Note>[];
  nameOf: (uid: string) => string | null;
}) {
  const now = useMinute();
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-labelledby="recent-notes">
      <h3 id="recent-notes">Notes</h3>
      <ul>
        {notes.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <p className={styles.dim}>
              {writerName(row.data.authorUid, nameOf)} · {shortWhen(row.data.at.toMillis(), now)}
            </p>
            <p className={styles.noteText}>{row.data.body}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
