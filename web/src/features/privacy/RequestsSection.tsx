import type { PrivacyRequest } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { collection, limit, query, where } from 'firebase/firestore';
import { Suspense, lazy, useState } from 'react';
import { db } from '../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../lib/live.js';
import { useSession } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import { requestPrivacy } from './privacyCalls.js';
import { RequestList } from './RequestList.js';

const AskDialog = lazy(async () => ({ default: (await import('../../ui/privacy/AskDialog.js')).AskDialog }));

/** What the person asked us for, until when it has to be answered, and what the answer was. */
export function RequestsSection() {
  const { uid } = useSession().person;
  const [isAsking, setAsking] = useState(false);
  const live = useLiveQuery<PrivacyRequest>(`requests:${uid}`, () =>
    query(collection(db, 'privacyRequests'), where('subjectUid', '==', uid), limit(LIMITS.listPage)),
  );
  return (
    <Section
      title="Ask us"
      about="For what the buttons here do not do: somebody reads it and answers within 30 days, or 45 where you ask under California’s law."
    >
      {live.status === 'loading' && <LoadingState label="Loading your requests" />}
      {(live.status === 'denied' || live.status === 'failed') && (
        <LiveProblem live={live} what="your requests" />
      )}
      {live.status === 'ready' && <RequestList rows={live.data} empty="You have not asked for anything." />}
      <Button variant="default" onClick={() => setAsking(true)}>
        Make a request
      </Button>
      {isAsking && (
        <Suspense>
          <AskDialog title="Make a request" ask={requestPrivacy} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Section>
  );
}
