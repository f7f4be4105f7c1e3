import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { useSeat } from '../../lib/session.js';
import { pauseAccount } from './accountCalls.js';

interface Props {
  accountId: string;
  name: string;
  onClose: () => void;
}

export function PauseDialog({ accountId, name, onClose }: Props) {
  const { orgId } = useSeat();
  return (
    <ConfirmDialog
      title={`Pause ${name}?`}
      keep="Keep sending"
      act="Pause account"
      onAct={() => pauseAccount({ orgId, accountId, isPaused: true })}
      onClose={onClose}
    >
      <p>
        From now on nothing is sent from it. A message that comes due meanwhile is shown as not sent, and can
        be sent again after you resume the account. What leads write still comes in.
      </p>
    </ConfirmDialog>
  );
}
