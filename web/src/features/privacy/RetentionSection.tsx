import type { Org } from '@leadpulse/model';
import { useLiveDoc } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import { RetentionForm } from './RetentionForm.js';

/** How long the organization keeps conversations. */
export function RetentionSection() {
  const { orgId } = useSeat();
  const live = useLiveDoc<Org>(`orgs/${orgId}`);
  const org = live.status === 'ready' ? live.data : null;
  return (
    <Section
      title="How long conversations are kept"
      about="A conversation in which nothing was said for so long is erased with its contact, within hours and without undo. Opt-outs stay. Each erasure is in the audit log."
    >
      {live.status === 'loading' && <LoadingState label="Loading the timer" />}
      {(live.status === 'denied' || live.status === 'failed') && <LiveProblem live={live} what="the timer" />}
      {org && <RetentionForm orgId={orgId} days={org.data.settings.retentionDays} />}
    </Section>
  );
}
