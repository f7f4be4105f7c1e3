import type { Account } from '@leadpulse/model';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSeat, useSession } from '../../lib/session.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { notify } from '../../ui/notify.js';
import { testAccount } from './accountCalls.js';
import { typedNumber } from './typedNumber.js';

interface Props {
  accountId: string;
  account: Account;
  onClose: () => void;
}

/** One message to oneself, to see that the account works. */
export function TestDialog({ accountId, account, onClose }: Props) {
  const { orgId } = useSeat();
  const { person } = useSession();
  const [typed, setTyped] = useState('');
  const isText = account.channel === 'sms';
  const to = isText ? typedNumber(typed) : person.email;
  const test = async (): Promise<void> => {
    await testAccount({ orgId, accountId, to: isText ? to : null });
    await notify({ title: 'Test sent', message: `It is on its way to ${to ?? ''}.` });
  };
  return (
    <ConfirmDialog
      title={`Send a test from ${account.displayName}`}
      keep="Send nothing"
      act="Send test"
      isReady={to !== null}
      onAct={test}
      onClose={onClose}
    >
      {isText ? (
        <TextInput
          label="Your mobile number"
          description="With the country code. Only for a number of your own."
          placeholder="+1 415 555 0132"
          type="tel"
          autoComplete="tel"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
      ) : (
        <p>
          An email goes to your own address, {person.email}. If it does not arrive, look into spam as well.
        </p>
      )}
    </ConfirmDialog>
  );
}
