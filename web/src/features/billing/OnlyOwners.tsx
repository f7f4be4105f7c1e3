import type { Org } from '@leadpulse/model';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMinute } from '../../lib/clock.js';
import { useLiveDoc } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { planWords } from '../../lib/standingWords.js';
import { Page, Section } from '../../ui/Page.js';
import { EmptyState, LiveProblem, LoadingState } from '../../ui/states.js';
import styles from './Billing.module.css';
import { UsageSection } from './UsageSection.js';

/** For who cannot pay: whom to ask; an admin sees where the plan stands and what is used of it. */
export function OnlyOwners() {
  const { may } = useSeat();
  if (may('usage.read')) return <ReadOnly />;
  return (
    <EmptyState icon={<IconLock size={24} />} isPage title="Billing is for owners" actions={<TeamLink />}>
      Only an owner can see invoices, and choose, switch or cancel the plan.
    </EmptyState>
  );
}

function TeamLink() {
  const { orgId } = useSeat();
  return <Link to={`/o/${orgId}/team`}>See who is an owner</Link>;
}

function ReadOnly() {
  const now = useMinute();
  const live = useLiveDoc<Org>(`orgs/${useSeat().orgId}`);
  if (live.status === 'loading') return <LoadingState label="Loading the plan" />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the plan" />;
  if (live.data === null) return <LiveProblem live={{ status: 'denied' }} what="the plan" />;
  const { access } = live.data.data;
  const { is, next } = planWords(access, now);
  return (
    <Page title="Billing" lead="Only an owner can see invoices, and choose, switch or cancel the plan.">
      <Section title="Where you stand">
        <p className={styles.is}>{is}</p>
        <p className={styles.next}>{next}</p>
        <p className={styles.buttons}>
          <TeamLink />
        </p>
      </Section>
      <UsageSection planId={access.planId} />
    </Page>
  );
}
