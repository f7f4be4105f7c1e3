import type { ContactConsent } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { collection, limit, orderBy, query } from 'firebase/firestore';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { db } from '../../../lib/firebase/firestore.js';
import type { Row } from '../../../lib/live.js';
import { useLiveQuery } from '../../../lib/live.js';
import { useSeat } from '../../../lib/session.js';
import { fullWhen } from '../../../lib/time.js';
import { writerName } from '../../../lib/writerName.js';
import { LiveProblem, LoadingState } from '../../states.js';
import styles from './Consents.module.css';
import { howWords, whatWords } from './consentWords.js';

const ToldDialog = lazy(async () => ({ default: (await import('./ToldDialog.js')).ToldDialog }));

interface Props {
  orgId: string;
  contactId: string;
  nameOf: (uid: string) => string | null;
}

/** The record, newest first, with the ways to add to it and its proof. */
export function ConsentHistory({ orgId, contactId, nameOf }: Props) {
  const path = `orgs/${orgId}/contacts/${contactId}/consents`;
  const live = useLiveQuery<ContactConsent>(`${path} newest`, () =>
    query(collection(db, path), orderBy('at', 'desc'), limit(LIMITS.listPage)),
  );
  return (
    <>
      {live.status === 'loading' && <LoadingState label="Loading the record" />}
      {(live.status === 'denied' || live.status === 'failed') && (
        <LiveProblem live={live} what="this record" />
      )}
      {live.status === 'ready' && <Entries rows={live.data} nameOf={nameOf} />}
      <Actions orgId={orgId} contactId={contactId} />
    </>
  );
}

function Entries({ rows, nameOf }: { rows: readonly Row<ContactConsent>[]; nameOf: Props['nameOf'] }) {
  if (rows.length === 0) {
    return (
      <p className={styles.dim}>
        Nothing is on record yet: they neither agreed to messages nor refused them.
      </p>
    );
  }
  return (
    <ol className={styles.entries}>
      {newestFirst(rows).map(({ id, data }) => (
        <Entry key={id} entry={data} nameOf={nameOf} />
      ))}
    </ol>
  );
}

function Actions({ orgId, contactId }: Omit<Props, 'nameOf'>) {
  const { may } = useSeat();
  const [noting, setNoting] = useState<'opt-out' | 'opt-in' | null>(null);
  return (
    <div className={styles.actions}>
      {may('contact.write') && (
        <Button variant="default" size="xs" onClick={() => setNoting('opt-out')}>
          Note an opt-out
        </Button>
      )}
      {may('consent.grant') && (
        <Button variant="default" size="xs" onClick={() => setNoting('opt-in')}>
          Note a consent
        </Button>
      )}
      <Button
        component={Link}
        variant="subtle"
        size="xs"
        to={`/o/${orgId}/contacts/${contactId}/consent-proof`}
      >
        Open proof
      </Button>
      <Suspense>
        {noting !== null && (
          <ToldDialog orgId={orgId} contactId={contactId} what={noting} onClose={() => setNoting(null)} />
        )}
      </Suspense>
    </div>
  );
}

/** Entries of one moment follow each other by their number. */
function newestFirst(rows: readonly Row<ContactConsent>[]): Row<ContactConsent>[] {
  return [...rows].sort(
    ({ data: a }, { data: b }) => b.at.toMillis() - a.at.toMillis() || (b.sequence ?? 0) - (a.sequence ?? 0),
  );
}

function Entry({ entry, nameOf }: { entry: ContactConsent; nameOf: Props['nameOf'] }) {
  const { kind, at, words, by, source } = entry;
  const ms = at.toMillis();
  return (
    <li data-kind={kind}>
      <p className={styles.what}>{whatWords(entry)}</p>
      {words !== undefined && words !== '' && <p className={styles.words}>{words}</p>}
      <p className={styles.dim}>
        {howWords(source)}
        {by ? ` · ${writerName(by, nameOf)}` : ''} ·{' '}
        <time dateTime={new Date(ms).toISOString()}>{fullWhen(ms)}</time>
      </p>
    </li>
  );
}
