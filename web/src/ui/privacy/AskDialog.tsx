import type { PrivacyLaw } from '@leadpulse/model';
import { PRIVACY_ASKS, PRIVACY_LAWS } from '@leadpulse/model';
import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../ConfirmDialog.js';
import { KIND_WORDS, LAW_WORDS } from './requestWords.js';

interface Asked {
  kind: (typeof PRIVACY_ASKS)[number];
  law: PrivacyLaw;
  note: string;
}

interface Props {
  title: string;
  ask: (asked: Asked) => Promise<unknown>;
  onClose: () => void;
}

/** What is asked, under which law, and in the person's own words. */
export function AskDialog({ title, ask, onClose }: Props) {
  const [asked, setAsked] = useState<Asked>({ kind: 'access', law: 'general', note: '' });
  const change = (part: Partial<Asked>): void => setAsked((before) => ({ ...before, ...part }));
  return (
    <ConfirmDialog title={title} keep="Cancel" act="Send request" onAct={() => ask(asked)} onClose={onClose}>
      <Select
        label="What is asked"
        data={PRIVACY_ASKS.map((value) => ({ value, label: KIND_WORDS[value] }))}
        value={asked.kind}
        allowDeselect={false}
        onChange={(kind) => change({ kind: kind as Asked['kind'] })}
        data-autofocus
      />
      <Select
        label="Under which law"
        data={PRIVACY_LAWS.map((value) => ({ value, label: LAW_WORDS[value] }))}
        value={asked.law}
        allowDeselect={false}
        onChange={(law) => change({ law: law as PrivacyLaw })}
      />
      <Textarea
        label="In your words"
        description="Nothing else is needed to answer; please no passwords."
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        value={asked.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </ConfirmDialog>
  );
}
