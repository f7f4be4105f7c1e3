import type { Account } from '@leadpulse/model';
import { useSeat } from '../../lib/session.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { notify } from '../../ui/notify.js';
import { disconnectAccount } from './accountCalls.js';
import { leftWords } from './accountWords.js';

interface Props {
  accountId: string;
  account: Account;
  onClose: () => void;
}

/** Asks before an account stops; the history stays, the credentials are wiped. */
export function DisconnectDialog({ accountId, account, onClose }: Props) {
  const { orgId } = useSeat();
  const { displayName, kind } = account;
  const disconnect = async (): Promise<void> => {
    const isLeft = await disconnectAccount({ orgId, accountId });
    if (!isLeft) return;
    await notify({ title: `${displayName} is disconnected`, message: leftWords(kind), autoClose: false });
  };
  return (
    <ConfirmDialog
      title={`Disconnect ${displayName}?`}
      keep="Keep account"
      act="Disconnect account"
      isDanger
      onAct={disconnect}
      onClose={onClose}
    >
      <p>
        Nothing more is sent from it or comes in by it, and messages that wait for it will fail. Its
        credentials are wiped at once; its conversations stay. There is no undo: to use it again, connect it
        anew.
      </p>
      {kind === 'gmail' && (
        <p>A Google Voice number that gets its texts by this mailbox is disconnected with it.</p>
      )}
    </ConfirmDialog>
  );
}
