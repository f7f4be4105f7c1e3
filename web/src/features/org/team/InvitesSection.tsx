import type { Invite } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { collection, limit, orderBy, query } from 'firebase/firestore';
import { useState } from 'react';
import { useMinute } from '../../../lib/clock.js';
import { db } from '../../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../../lib/live.js';
import type { Row } from '../../../lib/live.js';
import { useSeat } from '../../../lib/session.js';
import { Section } from '../../../ui/Page.js';
import { LiveProblem, LoadingState } from '../../../ui/states.js';
import { InviteRow } from './InviteRow.js';
import styles from './Invites.module.css';
import { isAhead, standingOf } from './inviteWords.js';

/** Who was invited and has not come yet; who did, and what was taken back, on request. */
export function InvitesSection() {
  const { orgId } = useSeat();
  const path = `orgs/${orgId}/invites`;
  const live = useLiveQuery<Invite>(`${path} newest`, () =>
    query(collection(db, path), orderBy('createdAt', 'desc'), limit(100)),
  );
  return (
    <Section title="Invites">
      {live.status === 'loading' && <LoadingState label="Loading the invites" />}
      {live.status === 'ready' && <Invites invites={live.data} />}
      {live.status !== 'loading' && live.status !== 'ready' && <LiveProblem live={live} what="the invites" />}
    </Section>
  );
}

function Invites({ invites }: { invites: Row<Invite>[] }) {
  const now = useMinute();
  const [isAll, setAll] = useState(false);
  const ahead = invites.filter(({ data }) => isAhead(standingOf(data, now)));
  const past = invites.filter((invite) => !ahead.includes(invite));
  return (
    <>
      {ahead.length === 0 && (
        <p className={styles.nobody}>Nobody is invited right now. An invite gives one address one seat.</p>
      )}
      <ul className={styles.rows} aria-label="Invites">
        {[...ahead, ...(isAll ? past : [])].map(({ id, data }) => (
          <InviteRow key={id} inviteId={id} invite={data} now={now} />
        ))}
      </ul>
      {past.length > 0 && (
        <Button variant="subtle" size="xs" onClick={() => setAll(!isAll)} aria-expanded={isAll}>
          {isAll ? 'Hide past invites' : `Show past invites (${past.length})`}
        </Button>
      )}
    </>
  );
}
