import { answerRequestContract } from '@leadpulse/model';
import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callContract } from '../../lib/call.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';

interface Props {
  orgId: string;
  requestId: string;
  onClose: () => void;
}

/** How the organization answered a lead. */
export function AnswerDialog({ orgId, requestId, onClose }: Props) {
  const [state, setState] = useState<'done' | 'declined'>('done');
  const [answer, setAnswer] = useState('');
  return (
    <ConfirmDialog
      title="Note the answer"
      keep="Cancel"
      act="Close request"
      onAct={() => callContract(answerRequestContract, { orgId, requestId, state, answer })}
      onClose={onClose}
    >
      <Radio.Group label="What came of it" value={state} onChange={(value) => setState(value)}>
        <Radio value="done" label="It was done" mt="xs" />
        <Radio value="declined" label="It was declined" mt="xs" />
      </Radio.Group>
      <Textarea
        label="What the lead was told"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
