import type { PrivacyRequest } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { collection, limit, orderBy, query } from 'firebase/firestore';
import { Suspense, lazy, useState } from 'react';
import { Link } from 'react-router';
import { db } from '../../lib/firebase/firestore.js';
import type { Row } from '../../lib/live.js';
import { useLiveQuery } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import { RequestList } from './RequestList.js';
import styles from './Requests.module.css';

const AnswerDialog = lazy(async () => ({ default: (await import('./AnswerDialog.js')).AnswerDialog }));

/** What leads asked the organization for; for owners and admins. A request is noted on the contact. */
export function OrgRequestsSection() {
  const { orgId } = useSeat();
  const [answering, setAnswering] = useState<string | null>(null);
  const live = useLiveQuery<PrivacyRequest>(`leadRequests:${orgId}`, () =>
    query(collection(db, `orgs/${orgId}/privacyRequests`), orderBy('at', 'desc'), limit(LIMITS.listPage)),
  );
  const actionsFor = ({ id, data }: Row<PrivacyRequest>) =>
    data.state === 'open' && (
      <div className={styles.rowActions}>
        {data.contactId !== null && (
          <Link to={`/o/${orgId}/contacts/${data.contactId}`}>Show the contact</Link>
        )}
        <Button size="xs" variant="default" onClick={() => setAnswering(id)}>
          Note the answer
        </Button>
      </div>
    );
  return (
    <Section
      title="Requests of leads"
      about="Your leads ask you, not us. Note what a lead asked for on their contact; the law’s time runs here, and the owners get a mail before it ends."
    >
      {live.status === 'loading' && <LoadingState label="Loading the requests" />}
      {(live.status === 'denied' || live.status === 'failed') && (
        <LiveProblem live={live} what="the requests" />
      )}
      {live.status === 'ready' && (
        <RequestList rows={live.data} empty="No lead has asked for anything." actionsFor={actionsFor} />
      )}
      {answering !== null && (
        <Suspense>
          <AnswerDialog orgId={orgId} requestId={answering} onClose={() => setAnswering(null)} />
        </Suspense>
      )}
    </Section>
  );
}
