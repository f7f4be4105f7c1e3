import { ROLES } from '@leadpulse/model';
import type { Member } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { collection, limit, query } from 'firebase/firestore';
import { Suspense, lazy } from 'react';
import { useSearchParams } from 'react-router';
import { db } from '../../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../../lib/live.js';
import type { Row } from '../../../lib/live.js';
import { useSeat } from '../../../lib/session.js';
import { Page, Section } from '../../../ui/Page.js';
import { PageTitle } from '../../../ui/PageTitle.js';
import { LiveProblem, LoadingState } from '../../../ui/states.js';
import { InvitesSection } from './InvitesSection.js';
import { MemberRow } from './MemberRow.js';
import { RoleTable } from './RoleTable.js';
import styles from './TeamRoute.module.css';

const InviteDialog = lazy(async () => ({ default: (await import('./InviteDialog.js')).InviteDialog }));

/** Who is in the organization, who is invited, and what each role may do. */
export function TeamRoute() {
  const { orgId, name, may } = useSeat();
  const [params, setParams] = useSearchParams();
  const path = `orgs/${orgId}/members`;
  const live = useLiveQuery<Member>(path, () => query(collection(db, path), limit(100)));
  if (live.status === 'loading') return <LoadingState />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the team" />;
  const mayInvite = may('member.write');
  const invite = mayInvite && (
    <Button leftSection={<IconUserPlus size={16} />} onClick={() => setParams({ invite: '1' })}>
      Invite people
    </Button>
  );
  return (
    <Page title="Team" lead={`Everybody with a seat in ${name}.`} actions={invite}>
      <PageTitle parts={['Team', name]} />
      <Members members={live.data} />
      {mayInvite && <InvitesSection />}
      <Section
        title="What each role may do"
        about="The database checks this on every request, not only these screens."
      >
        <RoleTable />
      </Section>
      {mayInvite && params.get('invite') !== null && (
        <Suspense>
          <InviteDialog onClose={() => setParams({}, { replace: true })} />
        </Suspense>
      )}
    </Page>
  );
}

function Members({ members }: { members: Row<Member>[] }) {
  const sorted = [...members].sort(byRoleAndName);
  const owners = members.filter(({ data }) => data.role === 'owner').length;
  return (
    <Section title={members.length === 1 ? '1 member' : `${members.length} members`}>
      <ul className={styles.rows} aria-label="Members">
        {sorted.map((member) => (
          <MemberRow key={member.id} uid={member.id} member={member.data} owners={owners} />
        ))}
      </ul>
    </Section>
  );
}

function byRoleAndName({ data: a }: Row<Member>, { data: b }: Row<Member>): number {
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.displayName.localeCompare(b.displayName);
}
