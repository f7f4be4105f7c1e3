import type { Account } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../../lib/call.js';
import { useMinute } from '../../lib/clock.js';
import { useSeat } from '../../lib/session.js';
import { shortWhen } from '../../lib/time.js';
import { notify } from '../../ui/notify.js';
import styles from './AccountsRoute.module.css';
import { goToGoogle, syncGmail } from './googleCalls.js';

interface Props {
  accountId: string;
  account: Account;
}

/** Whether the mails of a Gmail account come in here, how far, and how to change that. */
export function GmailSync({ accountId, account }: Props) {
  const { may } = useSeat();
  const now = useMinute();
  const { gmailSync, state } = account;
  const mayChange = may('account.write') && ['active', 'paused'].includes(state);
  return (
    <>
      <p className={styles.facts}>
        {gmailSync ? (
          <>
            <span>Mails come in: up to {shortWhen(gmailSync.syncedAt.toMillis(), now)}</span>
            <span>{state === 'error' ? STOPPED : watchWords(gmailSync.watchEndsAt.toMillis(), now)}</span>
          </>
        ) : (
          <span>Only sends: its mails do not come in here</span>
        )}
      </p>
      {mayChange && <Changes accountId={accountId} account={account} />}
    </>
  );
}

const STOPPED = 'Nothing more comes in until it is connected again';

function watchWords(endsAtMs: number, now: number): string {
  return endsAtMs > now
    ? `Gmail tells us of new mails at once, until ${shortWhen(endsAtMs, now)}; renewed every day`
    : 'Gmail does not tell us at once: we look every hour';
}

function Changes({ accountId, account: { gmailSync, displayName } }: Props) {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const act = async (what: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    try {
      const said = await what();
      if (said !== null) await notify({ title: displayName, message: said });
    } catch (error) {
      await notify({ color: 'red', title: displayName, message: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  };
  const switchOn = async (): Promise<null> => {
    await goToGoogle({ orgId, accountId, displayName, withSync: true });
    return null;
  };
  const lookNow = async (): Promise<string> => lookWords(await syncGmail({ orgId, accountId, act: 'now' }));
  const switchOff = async (): Promise<string> => {
    await syncGmail({ orgId, accountId, act: 'off' });
    return 'Its mails come in no more. What came stays.';
  };
  const button = (label: string, what: () => Promise<string | null>) => (
    <Button variant="transparent" size="compact-xs" px={0} disabled={isBusy} onClick={() => void act(what)}>
      {label}
    </Button>
  );
  return (
    <p className={styles.facts}>
      {gmailSync ? (
        <>
          {button('Look now', lookNow)}
          {button('Stop bringing mails in', switchOff)}
        </>
      ) : (
        button('Bring mails in here', switchOn)
      )}
    </p>
  );
}

function lookWords(taken: number): string {
  if (taken === 0) return 'Nothing new in the mailbox.';
  return `${taken} new ${taken === 1 ? 'mail' : 'mails'} came in.`;
}
