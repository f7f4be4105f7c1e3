import { useSession } from '../../lib/session.js';
import type { Signals } from '../../lib/telemetry/whyOff.js';
import { whyOff } from '../../lib/telemetry/whyOff.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { ChoiceSection } from './ChoiceSection.js';
import { CountableSection } from './CountableSection.js';
import { FateSection } from './FateSection.js';
import { PendingSection } from './PendingSection.js';
import { SentSection } from './SentSection.js';
import { useOutbox } from './useOutbox.js';

/** What this person's browser counts and has told, word for word, and the switch for it. */
export function UsageCountsRoute() {
  const { person, profile } = useSession();
  const signals: Signals = navigator;
  const why = whyOff(profile?.preferences, signals);
  const outbox = useOutbox(person.uid, why === null);
  const orgs = profile?.orgs ?? {};
  const nameOf = (orgId: string): string => orgs[orgId]?.name ?? 'An organization you left';
  return (
    <Page
      title="Usage counts"
      lead="How often features are used, if you allow it. Never what you write, to whom, or any file."
    >
      <PageTitle parts={['Usage counts']} />
      {profile !== null && (
        <ChoiceSection uid={person.uid} preferences={profile.preferences} why={why} signals={signals} />
      )}
      <PendingSection pending={outbox.pending} leftAt={outbox.leftAt} nameOf={nameOf} isOn={why === null} />
      <SentSection sent={outbox.sent} nameOf={nameOf} />
      <CountableSection />
      <FateSection />
    </Page>
  );
}
