import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../../lib/call.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import styles from './Retention.module.css';
import { countOld, keepFor } from './retentionCalls.js';
import { conversationWords, TIMERS } from './retentionWords.js';

interface Props {
  orgId: string;
  days: number | null;
}

/** A timer is saved only after it was told how many conversations it would erase now. */
export function RetentionForm({ orgId, days }: Props) {
  const now = days === null ? 'forever' : String(days);
  const [chosen, setChosen] = useState(now);
  const [counted, setCounted] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = chosen === 'forever' ? null : Number(chosen);
  const attempt = (act: Promise<void>): void => {
    setBusy(true);
    setProblem(null);
    act.catch((error: unknown) => setProblem(wordsOf(error))).finally(() => setBusy(false));
  };
  const look = (): void =>
    attempt(wanted === null ? keepFor(orgId, null) : countOld(orgId, wanted).then(setCounted));
  const choices = TIMERS.some(({ value }) => value === now)
    ? TIMERS
    : [...TIMERS, { value: now, label: `${now} days` }];
  return (
    <>
      <div className={styles.row}>
        <Select
          label="Keep conversations"
          data={choices}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setChosen(value ?? 'forever')}
        />
        <Button variant="default" loading={isBusy} disabled={chosen === now} onClick={look}>
          {wanted === null ? 'Keep them forever' : 'Count what would go'}
        </Button>
      </div>
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      {counted !== null && wanted !== null && (
        <ConfirmDialog
          title={`Erase after ${wanted} days?`}
          keep="Keep as it is"
          act="Start the timer"
          isDanger={counted > 0}
          onAct={() => keepFor(orgId, wanted)}
          onClose={() => setCounted(null)}
        >
          <p>
            {conversationWords(counted)} would be erased by this today, with contacts, messages and notes.
            From then on each goes when nothing was said in it for {wanted} days.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
