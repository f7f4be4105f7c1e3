import type { Channel } from '@leadpulse/model';
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { wordsOf } from '../../../../lib/call.js';
import { useSeat } from '../../../../lib/session.js';
import { connectAccount } from '../../accountCalls.js';
import styles from '../../AccountsRoute.module.css';

export function PracticeForm({ onDone }: { onDone: () => void }) {
  const { orgId } = useSeat();
  const [channel, setChannel] = useState<Channel>('sms');
  const [name, setName] = useState('Practice number 2');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    connectAccount({ orgId, account: { kind: 'sandbox', channel, displayName: name } })
      .then(onDone, (error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Radio.Group label="What its leads use" value={channel} onChange={(value) => setChannel(value)}>
        <div className={styles.pair}>
          <Radio value="sms" label="Texts" />
          <Radio value="email" label="Emails" />
        </div>
      </Radio.Group>
      <TextInput
        label="Name"
        description="What your team sees."
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
        required
        withAsterisk={false}
      />
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
          Add practice line
        </Button>
      </div>
    </form>
  );
}
