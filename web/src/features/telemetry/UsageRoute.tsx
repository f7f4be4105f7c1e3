import { IconChartBar } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { useSeat } from '../../lib/session.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState, LiveProblem, LoadingState } from '../../ui/states.js';
import { shownDays } from './usageNumbers.js';
import { useUsage } from './useUsage.js';

const UsageCharts = lazy(async () => ({ default: (await import('./UsageCharts.js')).UsageCharts }));

/** How much an organization writes and answers, and which features it uses; owners and admins read it. */
export function UsageRoute() {
  const { orgId, name, may } = useSeat();
  return (
    <>
      <PageTitle parts={['Usage', name]} />
      {may('usage.read') ? (
        <Usage key={orgId} />
      ) : (
        <LiveProblem live={{ status: 'denied' }} what="the usage" />
      )}
    </>
  );
}

function Usage() {
  const { orgId, name, timeZone } = useSeat();
  const [days] = useState(() => shownDays(Date.now()));
  const live = useUsage(orgId, days[0] ?? '');
  if (live.status === 'loading') return <LoadingState label="Loading the usage" />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the usage" />;
  return (
    <Page title="Usage" lead={`What happened in ${name} in the last four weeks.`} width={940}>
      {live.data.size === 0 ? (
        <EmptyState icon={<IconChartBar size={24} />} title="Nothing was counted yet">
          Messages and answers are counted once a day, after midnight UTC. Features are counted when a member
          allows it.
        </EmptyState>
      ) : (
        <Suspense fallback={<LoadingState label="Loading the charts" />}>
          <UsageCharts days={days} usage={live.data} timeZone={timeZone} />
        </Suspense>
      )}
    </Page>
  );
}
