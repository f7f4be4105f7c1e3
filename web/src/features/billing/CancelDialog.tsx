import { planOf } from '@leadpulse/model';
import type { Org } from '@leadpulse/model';
import { longDate } from '../../lib/time.js';
import { useSeat } from '../../lib/session.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { notify } from '../../ui/notify.js';

interface Props {
  access: Org['access'];
  onClose: () => void;
}

/** Says what stays until when and what stops; nothing is deleted, and until then it can be taken back. */
export function CancelDialog({ access, onClose }: Props) {
  const { orgId } = useSeat();
  const name = planOf(access.planId)?.name ?? 'your plan';
  const end = endOf(access);
  const cancel = async (): Promise<void> => {
    const { cancelPlan } = await import('./billingCalls.js');
    await cancelPlan(orgId);
    await notify({
      message: end === null ? 'Your plan is canceled.' : `Your plan is canceled, and works until ${end}.`,
    });
  };
  return (
    <ConfirmDialog
      title={`Cancel ${name}?`}
      keep="Keep plan"
      act="Cancel plan"
      isDanger
      onAct={cancel}
      onClose={onClose}
    >
      <ul>
        <li>
          Everything works {end === null ? 'to the end of what is paid' : `until ${end}`}, for everybody.
        </li>
        <li>Then sending pauses, also of messages that wait. What comes in is still saved.</li>
        <li>Nothing is deleted: contacts, conversations and team stay as they are.</li>
        <li>No further payment is taken. Until then you can take it back with “Keep my plan”.</li>
      </ul>
    </ConfirmDialog>
  );
}

function endOf({ status, trialEndsAt, currentPeriodEnd }: Org['access']): string | null {
  const end = (status === 'trialing' ? trialEndsAt : currentPeriodEnd)?.toMillis();
  return end === undefined ? null : longDate(end);
}
