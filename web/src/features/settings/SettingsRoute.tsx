import type { Org } from '@leadpulse/model';
import { Alert } from '@mantine/core';
import { useLiveDoc } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import { DangerSection } from './DangerSection.js';
import { PlanSection } from './PlanSection.js';
import { SettingsFields } from './SettingsFields.js';

/** The organization's settings: admins change them, everybody reads them. */
export function SettingsRoute() {
  const { orgId, name, may } = useSeat();
  const live = useLiveDoc<Org>(`orgs/${orgId}`);
  if (live.status === 'loading') return <LoadingState />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the settings" />;
  if (live.data === null) return <LiveProblem live={{ status: 'denied' }} what="the settings" />;
  const org = live.data.data;
  return (
    <Page title="Settings" lead="What holds for the whole organization.">
      <PageTitle parts={['Settings', name]} />
      {!may('org.write') && (
        <Alert mb="md" color="gray" variant="light">
          You can read these settings. An owner or admin can change them.
        </Alert>
      )}
      <SettingsFields key={orgId} orgId={orgId} org={org} isReadOnly={!may('org.write')} />
      <PlanSection access={org.access} />
      {may('org.delete') && <DangerSection key={`${orgId} end`} orgId={orgId} name={org.name} />}
    </Page>
  );
}
