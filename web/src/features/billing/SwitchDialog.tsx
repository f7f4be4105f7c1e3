import { planOf } from '@leadpulse/model';
import type { Plan, PlanPreview } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { CallRefusal } from '../../lib/call.js';
import { useSeat } from '../../lib/session.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { notify } from '../../ui/notify.js';
import { LoadingState } from '../../ui/states.js';
import styles from './Billing.module.css';
import { PreviewTable } from './PreviewTable.js';
import { exceededWords } from './usageWords.js';
import { useAnswer } from './useAnswer.js';
import type { Answer } from './useAnswer.js';
import type { StripeDoor } from './useStripeDoor.js';

interface Props {
  plan: Plan;
  from: string | null;
  door: StripeDoor;
  onClose: () => void;
}

/** What the switch costs, to the cent, before it is done; nothing is charged that was not shown here. */
export function SwitchDialog({ plan, from, door, onClose }: Props) {
  const { orgId } = useSeat();
  const { answer, again } = useAnswer<PlanPreview>(`${orgId} ${plan.id}`, async () => {
    const { previewPlan } = await import('./billingCalls.js');
    return previewPlan({ orgId, planId: plan.id });
  });
  const [isDeclined, setDeclined] = useState(false);
  const preview = answer.status === 'ready' ? answer.data : null;
  const change = async ({ prorationDate, dueNowCents }: PlanPreview): Promise<void> => {
    setDeclined(false);
    const { changePlan } = await import('./billingCalls.js');
    await changePlan({ orgId, planId: plan.id, prorationDate, dueNowCents });
    await notify({ message: `You are on ${plan.name} now.` });
  };
  const act = async (): Promise<void> => {
    if (preview === null) return;
    try {
      await change(preview);
    } catch (error) {
      const reason = error instanceof CallRefusal ? error.reason : '';
      if (reason === 'preview-stale' || reason === 'plan-exceeded') again();
      setDeclined(reason === 'card-declined');
      throw error;
    }
  };
  return (
    <ConfirmDialog
      title={`Switch to ${plan.name}?`}
      keep={`Keep ${planOf(from)?.name ?? 'my plan'}`}
      act={`Switch to ${plan.name}`}
      isReady={preview?.exceeds.length === 0}
      onAct={act}
      onClose={onClose}
      wayOut={isDeclined && <AnotherCard door={door} />}
    >
      <PreviewShown answer={answer} plan={plan} again={again} />
    </ConfirmDialog>
  );
}

function PreviewShown({
  answer,
  plan,
  again,
}: {
  answer: Answer<PlanPreview>;
  plan: Plan;
  again: () => void;
}) {
  if (answer.status === 'loading') return <LoadingState label="Asking Stripe what it costs" />;
  if (answer.status === 'failed') {
    return (
      <div role="alert" className={styles.problem}>
        <p>{answer.words}</p>
        <Button variant="default" size="xs" mt="xs" onClick={again}>
          Try again
        </Button>
      </div>
    );
  }
  const { exceeds } = answer.data;
  if (exceeds.length === 0) return <PreviewTable preview={answer.data} plan={plan} />;
  return (
    <div className={styles.warning}>
      <p>{plan.name} is too small for what you use. You have</p>
      <ul>
        {exceeds.map((each) => (
          <li key={each.what}>{exceededWords(each)}</li>
        ))}
      </ul>
    </div>
  );
}

function AnotherCard({ door }: { door: StripeDoor }) {
  const { orgId } = useSeat();
  const open = (): void =>
    door.open('portal', async () => (await import('./billingCalls.js')).openBillingPortal(orgId));
  return (
    <div className={styles.warning}>
      <p>Use another card at Stripe, then switch again. Your plan goes on as it was.</p>
      <Button variant="default" size="xs" mt="xs" loading={door.busy === 'portal'} onClick={open}>
        Change card at Stripe
      </Button>
    </div>
  );
}
