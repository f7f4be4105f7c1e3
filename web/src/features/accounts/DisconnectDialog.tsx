import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../../lib/call.js';
import { useSeat } from '../../lib/session.js';
import styles from './AccountsRoute.module.css';

/** Asks before an account stops; the history stays, the password is forgotten. */
export function DisconnectDialog({
  accountId,
  name,
  onClose,
}: {
  accountId: string;
  name: string;
  onClose: () => void;
}) {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const disconnect = async (): Promise<void> => {
    setBusy(true);
    const { disconnectAccount } = await import('./accountCalls.js');
    await disconnectAccount({ orgId, accountId });
  };
  const confirm = (): void => {
    disconnect().then(onClose, (error: unknown) => {
      setProblem(wordsOf(error));
      setBusy(false);
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Disconnect ${name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.form}>
        <p>
          Nothing more is sent from it, and messages that wait for it will fail. Its credentials are forgotten
          at once; its conversations stay. There is no undo: to use it again, connect it anew.
        </p>
        <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            Keep account
          </Button>
          <Button color="red" loading={isBusy} onClick={confirm}>
            Disconnect account
          </Button>
        </div>
      </div>
    </Modal>
  );
}
