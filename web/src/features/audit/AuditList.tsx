import type { AuditEntry } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { useMinute } from '../../lib/clock.js';
import type { Row } from '../../lib/live.js';
import type { LiveRows } from '../../lib/livePages.js';
import { clockTime, dayKey, dayLabel, fullWhen } from '../../lib/time.js';
import { PersonAvatar } from '../../ui/PersonAvatar.js';
import { classes } from '../../ui/classes.js';
import styles from './Audit.module.css';
import type { AuditChange } from './auditChanges.js';
import { changesOf } from './auditChanges.js';
import type { AuditNames } from './auditWords.js';
import { actorOf, deedOf, originWords } from './auditWords.js';

interface Props {
  live: Extract<LiveRows<AuditEntry>, { status: 'ready' }>;
  more: () => void;
  names: AuditNames;
  brokenAt: number | null;
}

/** The entries under their days, the newest first. */
export function AuditList({ live, more, names, brokenAt }: Props) {
  const { rows, hasMore, isLoadingMore } = live;
  const now = useMinute();
  return (
    <>
      {byDay(rows).map(({ day, at, entries }) => (
        <section key={day} className={styles.day} aria-label={dayLabel(at, now)}>
          <h2>{dayLabel(at, now)}</h2>
          <ol className={styles.entries}>
            {entries.map(({ id, data }) => (
              <Entry key={id} entry={data} names={names} isBroken={data.sequence === brokenAt} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore && (
        <div className={styles.more}>
          <Button variant="default" loading={isLoadingMore} onClick={more}>
            Show older entries
          </Button>
        </div>
      )}
    </>
  );
}

interface Day {
  day: string;
  at: number;
  entries: Row<AuditEntry>[];
}

function byDay(rows: Row<AuditEntry>[]): Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    const at = row.data.at.toMillis();
    const day = dayKey(at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(row);
    else days.push({ day, at, entries: [row] });
  }
  return days;
}

interface EntryProps {
  entry: AuditEntry;
  names: AuditNames;
  isBroken: boolean;
}

function Entry({ entry, names, isBroken }: EntryProps) {
  const at = entry.at.toMillis();
  const changes = changesOf(entry);
  const actor = actorOf(entry, names);
  const origin = originWords(entry.origin);
  return (
    <li className={classes(styles.entry, isBroken && styles.isBroken)}>
      <PersonAvatar name={actor} seed={entry.actor} size={32} />
      <div className={styles.what}>
        <p>
          <strong>{actor}</strong> {deedOf(entry, names)}
        </p>
        {changes.length > 0 && <dl className={styles.changes}>{changes.map(changeLine)}</dl>}
      </div>
      <p className={styles.about}>
        <time dateTime={new Date(at).toISOString()} title={fullWhen(at)}>
          {clockTime(at)}
        </time>
        {origin !== '' && <span>{origin}</span>}
        <span title="The entry’s number in the log">No. {entry.sequence}</span>
      </p>
    </li>
  );
}

function changeLine({ label, before, after }: AuditChange) {
  return (
    <div key={label}>
      <dt>{label}</dt>
      <dd>
        {before !== null && <del>{before}</del>}
        {before !== null && (
          <span className="lp-visually-hidden">{after === null ? ' until then' : ' before, now '}</span>
        )}
        {before !== null && after !== null && <span aria-hidden="true"> → </span>}
        {after !== null && <ins>{after}</ins>}
      </dd>
    </div>
  );
}
