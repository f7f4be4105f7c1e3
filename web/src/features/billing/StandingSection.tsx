import { maySend } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { wordsOf } from '../../lib/call.js';
import { useMinute } from '../../lib/clock.js';
import { money } from '../../lib/money.js';
import { useSeat } from '../../lib/session.js';
import { planWords, standingWords } from '../../lib/standingWords.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/Page.js';
import styles from './Billing.module.css';
import { openInvoice } from './invoiceWords.js';
import { PayLink } from './StripeLink.js';
import type { BillingAtHand } from './useBilling.js';

const CancelDialog = lazy(async () => ({ default: (await import('./CancelDialog.js')).CancelDialog }));

const ICONS = { fine: IconCircleCheck, late: IconAlertTriangle, stopped: IconPlayerPause };

/** What holds now, what happens next and when, and what can be done about it. */
export function StandingSection({ access, billing, subscription }: BillingAtHand) {
  const now = useMinute();
  const { is, next } = planWords(access, now);
  const state = stateOf(access, now);
  const Icon = ICONS[state];
  const unpaid = openInvoice(billing?.invoices ?? []);
  return (
    <Section title="Where you stand">
      <div className={styles.standing} data-state={state}>
        <Icon size={22} stroke={1.8} aria-hidden="true" />
        <div>
          <p className={styles.is}>{is}</p>
          <p className={styles.next}>{next}</p>
          {billing !== null && billing.creditCents > 0 && (
            <p className={styles.next}>
              Stripe holds {money(billing.creditCents)} for you and takes it off the next invoices.
            </p>
          )}
        </div>
      </div>
      <div className={styles.buttons}>
        {unpaid !== null && <PayLink invoice={unpaid} />}
        {subscription !== null &&
          (access.cancelAtPeriodEnd ? <KeepButton /> : <CancelButton access={access} />)}
      </div>
    </Section>
  );
}

function stateOf(access: BillingAtHand['access'], now: number): keyof typeof ICONS {
  if (!maySend(access, now)) return 'stopped';
  const isTold = standingWords(access, null, now) !== null;
  return isTold || access.cancelAtPeriodEnd ? 'late' : 'fine';
}

function CancelButton({ access }: Pick<BillingAtHand, 'access'>) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Cancel plan
      </Button>
      {isAsking && (
        <Suspense>
          <CancelDialog access={access} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}

function KeepButton() {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    const { resumePlan } = await import('./billingCalls.js');
    await resumePlan(orgId);
    await notify({ message: 'Your plan goes on.' });
  };
  const onClick = (): void => {
    setBusy(true);
    setProblem(null);
    keep()
      .catch((error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button loading={isBusy} onClick={onClick}>
        Keep my plan
      </Button>
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
    </>
  );
}
