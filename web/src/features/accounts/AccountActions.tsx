import type { Account } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { useSearchParams } from 'react-router';
import { wordsOf } from '../../lib/call.js';
import { useSeat } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import { stepOf } from './accountWords.js';
import styles from './AccountsRoute.module.css';

const TestDialog = lazy(async () => ({ default: (await import('./TestDialog.js')).TestDialog }));
const PauseDialog = lazy(async () => ({ default: (await import('./PauseDialog.js')).PauseDialog }));
const DisconnectDialog = lazy(async () => ({
  default: (await import('./DisconnectDialog.js')).DisconnectDialog,
}));

interface Props {
  accountId: string;
  account: Account;
}

/** What owners and admins can do with an account. */
export function AccountActions({ accountId, account }: Props) {
  const [asked, setAsked] = useState<'test' | 'pause' | 'disconnect' | null>(null);
  const { state, displayName: name } = account;
  const close = (): void => setAsked(null);
  return (
    <div className={styles.actions}>
      {account.kind === 'imap' && (state === 'active' || state === 'paused') && (
        <SyncButton accountId={accountId} name={name} />
      )}
      {state === 'active' && (
        <>
          <Act label="Send test" name={name} onClick={() => setAsked('test')} />
          <Act label="Pause" name={name} onClick={() => setAsked('pause')} />
        </>
      )}
      {state === 'paused' && <ResumeButton accountId={accountId} name={name} />}
      {state === 'error' && <ConnectAgain account={account} />}
      <Act label="Disconnect" name={name} onClick={() => setAsked('disconnect')} />
      <Suspense>
        {asked === 'test' && <TestDialog accountId={accountId} account={account} onClose={close} />}
        {asked === 'pause' && <PauseDialog accountId={accountId} name={name} onClose={close} />}
        {asked === 'disconnect' && (
          <DisconnectDialog accountId={accountId} account={account} onClose={close} />
        )}
      </Suspense>
    </div>
  );
}

interface ActProps {
  label: string;
  name: string;
  isBusy?: boolean;
  onClick: () => void;
}

function Act({ label, name, isBusy = false, onClick }: ActProps) {
  return (
    <Button variant="default" size="xs" loading={isBusy} onClick={onClick} aria-label={`${label} ${name}`}>
      {label}
    </Button>
  );
}

/** Its credentials are refused: the same steps as for a new account put it right. */
function ConnectAgain({ account }: { account: Account }) {
  const [, setParams] = useSearchParams();
  const step = stepOf(account.kind);
  if (step === null) return null;
  return <Act label="Connect again" name={account.displayName} onClick={() => setParams({ add: step })} />;
}

function ResumeButton({ accountId, name }: { accountId: string; name: string }) {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const resume = async (): Promise<void> => {
    setBusy(true);
    try {
      const { pauseAccount } = await import('./accountCalls.js');
      await pauseAccount({ orgId, accountId, isPaused: false });
    } catch (error) {
      await notify({ color: 'red', title: `${name} is still paused`, message: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return <Act label="Resume" name={name} isBusy={isBusy} onClick={() => void resume()} />;
}

function SyncButton({ accountId, name }: { accountId: string; name: string }) {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const sync = async (): Promise<void> => {
    setBusy(true);
    try {
      const { syncNow } = await import('./accountCalls.js');
      await syncNow({ orgId, accountId });
    } catch (error) {
      await notify({ color: 'red', title: `${name} was not read`, message: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return <Act label="Sync now" name={name} isBusy={isBusy} onClick={() => void sync()} />;
}
