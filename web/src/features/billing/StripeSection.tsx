import type { Billing } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { wordsOf } from '../../lib/call.js';
import { useMinute } from '../../lib/clock.js';
import { useSeat } from '../../lib/session.js';
import { fullWhen, shortWhen } from '../../lib/time.js';
import { Section } from '../../ui/Page.js';
import styles from './Billing.module.css';
import { checkWords } from './invoiceWords.js';
import type { StripeDoor } from './useStripeDoor.js';

/** What lies at Stripe, and whether what is shown here agrees with it. */
export function StripeSection({ billing, door }: { billing: Billing | null; door: StripeDoor }) {
  const { orgId } = useSeat();
  const check = useCheck(orgId);
  const isCustomer = billing !== null && billing.customerId !== null;
  const openPortal = (): void =>
    door.open('portal', async () => (await import('./billingCalls.js')).openBillingPortal(orgId));
  return (
    <Section
      title="At Stripe"
      about="Stripe takes the payments and keeps your card and all invoices. No card number ever reaches LeadPulse."
    >
      {isCustomer && <SyncedAt at={billing.syncedAt?.toMillis() ?? null} />}
      <div className={styles.buttons}>
        {isCustomer && (
          <Button
            variant="default"
            rightSection={<IconExternalLink size={16} aria-hidden="true" />}
            loading={door.busy === 'portal'}
            disabled={door.busy !== null}
            onClick={openPortal}
            title="Opens Stripe"
            aria-label="Change card or tax details, opens Stripe"
          >
            Change card or tax details
          </Button>
        )}
        <Button variant="default" loading={check.isBusy} onClick={check.start}>
          Check with Stripe
        </Button>
      </div>
      <div role="status">{check.found !== null && <p className={styles.found}>{check.found}</p>}</div>
      <div role="alert">{check.problem !== null && <p className={styles.problem}>{check.problem}</p>}</div>
    </Section>
  );
}

function SyncedAt({ at }: { at: number | null }) {
  const now = useMinute();
  if (at === null) return null;
  return (
    <p className={styles.synced} title={fullWhen(at)}>
      Last look at Stripe: {shortWhen(at, now)}
    </p>
  );
}

interface Check {
  found: string | null;
  problem: string | null;
  isBusy: boolean;
}
const UNCHECKED: Check = { found: null, problem: null, isBusy: false };

function useCheck(orgId: string): Check & { start: () => void } {
  const [state, setState] = useState(UNCHECKED);
  const check = async (): Promise<string> => {
    const { refreshBilling } = await import('./billingCalls.js');
    return checkWords(await refreshBilling(orgId));
  };
  const start = (): void => {
    setState({ ...UNCHECKED, isBusy: true });
    check().then(
      (found) => setState({ ...UNCHECKED, found }),
      (error: unknown) => setState({ ...UNCHECKED, problem: wordsOf(error) }),
    );
  };
  return { ...state, start };
}
