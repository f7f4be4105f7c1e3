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
      {isSyncedByHand(account) && <SyncButton accountId={accountId} name={name} />}
      {mayBeTested(account) && <Act label="Send test" name={name} onClick={() => setAsked('test')} />}
      {state === 'active' && <Act label="Pause" name={name} onClick={() => setAsked('pause')} />}
      {state === 'paused' && <ResumeButton accountId={accountId} name={name} />}
      {needsNewSettings(account) && <ConnectAgain accountId={accountId} account={account} />}
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

function isSyncedByHand({ kind, state }: Account): boolean {
  return kind === 'imap' && (state === 'active' || state === 'paused');
}

/** A number of Google Voice only answers. */
function mayBeTested({ kind, state }: Account): boolean {
  return state === 'active' && kind !== 'googleVoice';
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

/** Its credentials are refused; or the server of a mailbox does not answer as it did, and may be another one by now. */
function needsNewSettings({ kind, state, health }: Account): boolean {
  const isOnOwnServer = kind === 'imap' || kind === 'smtp';
  return state === 'error' || (state === 'active' && isOnOwnServer && health.lastError !== null);
}

/** The same steps as for a new account put it right. */
function ConnectAgain({ accountId, account }: Props) {
  const [, setParams] = useSearchParams();
  const step = stepOf(account.kind);
  const mailboxId = account.kind === 'gmail' ? accountId : account.ridesOn;
  if (mailboxId !== undefined) return <ConsentAgain accountId={mailboxId} account={account} />;
  if (step === null) return null;
  const go = (): void => setParams({ add: step, again: accountId });
  return <Act label="Connect again" name={account.displayName} onClick={go} />;
}

/** At Google's page the same mailbox is chosen already; what came in stays where it is. Google Voice needs its mails. */
function ConsentAgain({ accountId, account: { displayName, gmailSync, ridesOn } }: Props) {
  const { orgId } = useSeat();
  const go = async (): Promise<void> => {
    const { goToGoogle } = await import('./googleCalls.js');
    await goToGoogle({ orgId, accountId, displayName, withSync: Boolean(gmailSync ?? ridesOn) });
  };
  return (
    <ActNow label="Connect again" name={displayName} failure={`${displayName} is not connected`} act={go} />
  );
}

function ResumeButton({ accountId, name }: { accountId: string; name: string }) {
  const { orgId } = useSeat();
  const resume = async (): Promise<void> => {
    const { pauseAccount } = await import('./accountCalls.js');
    await pauseAccount({ orgId, accountId, isPaused: false });
  };
  return <ActNow label="Resume" name={name} failure={`${name} is still paused`} act={resume} />;
}

function SyncButton({ accountId, name }: { accountId: string; name: string }) {
  const { orgId } = useSeat();
  const sync = async (): Promise<void> => {
    const { syncNow } = await import('./accountCalls.js');
    await syncNow({ orgId, accountId });
  };
  return <ActNow label="Sync now" name={name} failure={`${name} was not read`} act={sync} />;
}

interface ActNowProps {
  label: string;
  name: string;
  failure: string; // the title when it does not come about
  act: () => Promise<void>;
}

/** Done at once, without a question. */
function ActNow({ label, name, failure, act }: ActNowProps) {
  const [isBusy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      await notify({ color: 'red', title: failure, message: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return <Act label={label} name={name} isBusy={isBusy} onClick={() => void go()} />;
}
