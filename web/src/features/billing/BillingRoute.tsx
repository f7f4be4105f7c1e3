import { IconPlugConnectedX } from '@tabler/icons-react';
import { useSeat } from '../../lib/session.js';
import { useOnline } from '../../lib/useOnline.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState, LiveProblem, LoadingState } from '../../ui/states.js';
import styles from './Billing.module.css';
import { CheckoutReturn } from './CheckoutReturn.js';
import { InvoicesSection } from './InvoicesSection.js';
import { OnlyOwners } from './OnlyOwners.js';
import { PlansSection } from './PlansSection.js';
import { StandingSection } from './StandingSection.js';
import { StripeSection } from './StripeSection.js';
import { UsageSection } from './UsageSection.js';
import { useBilling } from './useBilling.js';
import type { BillingAtHand } from './useBilling.js';
import { useStripeDoor } from './useStripeDoor.js';

/** The plan, what is used of it, and what is paid; owners only. */
export function BillingRoute() {
  const { orgId, name, may } = useSeat();
  return (
    <>
      <PageTitle parts={['Billing', name]} />
      {may('billing.write') ? <OwnersBilling key={orgId} /> : <OnlyOwners />}
    </>
  );
}

function OwnersBilling() {
  const live = useBilling(useSeat().orgId);
  const isOnline = useOnline();
  if (live.status === 'loading') return isOnline ? <LoadingState label="Loading the plan" /> : <Offline />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the plan" />;
  return <BillingPage {...live.data} isOnline={isOnline} />;
}

function Offline() {
  return (
    <EmptyState icon={<IconPlugConnectedX size={24} />} isPage title="Billing needs a connection">
      The plan and the invoices are shown when you are online again.
    </EmptyState>
  );
}

function BillingPage({ isOnline, ...atHand }: BillingAtHand & { isOnline: boolean }) {
  const { access, billing } = atHand;
  const door = useStripeDoor();
  return (
    <Page title="Billing" lead="Your plan, what you use of it, and what you pay." width={940}>
      <fieldset className={styles.page} disabled={!isOnline}>
        <legend className="lp-visually-hidden">Billing</legend>
        {!isOnline && <p className={styles.note}>Plans can be changed when the connection is back.</p>}
        <CheckoutReturn {...atHand} />
        <div role="alert">{door.problem !== null && <p className={styles.problem}>{door.problem}</p>}</div>
        <StandingSection {...atHand} />
        <PlansSection {...atHand} door={door} />
        <UsageSection planId={access.planId} />
        <InvoicesSection invoices={billing?.invoices ?? []} />
        <StripeSection billing={billing} door={door} />
      </fieldset>
    </Page>
  );
}
