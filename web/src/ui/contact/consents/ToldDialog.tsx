import type { Channel, ToldBy } from '@leadpulse/model';
import { CHANNELS, LIMITS, recordOptInContract, recordOptOutContract, TOLD_BY } from '@leadpulse/model';
import { Checkbox, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callContract } from '../../../lib/call.js';
import { ConfirmDialog } from '../../ConfirmDialog.js';
import { notify } from '../../notify.js';
import styles from './Consents.module.css';
import { TOLD_LABELS } from './consentWords.js';

const CHANNEL_LABELS: Record<Channel, string> = { sms: 'Texts', email: 'Emails' };

const OF = {
  'opt-out': {
    contract: recordOptOutContract,
    title: 'Note that they asked us to stop',
    act: 'Record opt-out',
    follows:
      'From then on nothing is sent to any of their addresses on these channels. They can write START to lift it.',
    words: 'What they said',
    hint: 'In their words if you can, with the day and to whom. It is kept as the evidence.',
    least: 3,
    done: 'The opt-out is recorded. Nothing more is sent to them there.',
  },
  'opt-in': {
    contract: recordOptInContract,
    title: 'Note that they agreed',
    act: 'Record consent',
    follows:
      'This lifts an opt-out of theirs on these channels. Consent is yours to prove: record it only if you hold the evidence. It stands in the audit log.',
    words: 'What they agreed to, and where the evidence lies',
    hint: 'For example: signed visitor form of 3 May, scanned in the office folder.',
    least: 20,
    done: 'The consent is recorded.',
  },
} as const;

interface Props {
  orgId: string;
  contactId: string;
  what: keyof typeof OF;
  onClose: () => void;
}

/** Writes down what a lead told the team by another way than a message to one of its accounts. */
export function ToldDialog({ orgId, contactId, what, onClose }: Props) {
  const [channels, setChannels] = useState<Channel[]>(what === 'opt-out' ? [...CHANNELS] : []);
  const [toldBy, setToldBy] = useState<ToldBy>(what === 'opt-out' ? 'call' : 'form');
  const [words, setWords] = useState('');
  const { contract, title, act, follows, hint, least, done, words: label } = OF[what];
  const record = async (): Promise<void> => {
    await callContract(contract, { orgId, contactId, channels, toldBy, words });
    void notify({ message: done });
  };
  return (
    <ConfirmDialog
      title={title}
      keep="Cancel"
      act={act}
      isReady={channels.length > 0 && words.trim().length >= least}
      onAct={record}
      onClose={onClose}
    >
      <p>{follows}</p>
      <Checkbox.Group
        label="About"
        value={channels}
        onChange={(chosen) => setChannels(CHANNELS.filter((channel) => chosen.includes(channel)))}
      >
        <div className={styles.channels}>
          {CHANNELS.map((channel) => (
            <Checkbox key={channel} value={channel} label={CHANNEL_LABELS[channel]} />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label="How they told it"
        data={TOLD_BY.map((value) => ({ value, label: TOLD_LABELS[value] }))}
        value={toldBy}
        allowDeselect={false}
        onChange={(chosen) => setToldBy(chosen as ToldBy)}
      />
      <Textarea
        label={label}
        description={hint}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={LIMITS.consentWords}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
