import type { User } from '@leadpulse/model';
import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { Signals, WhyOff } from '../../lib/telemetry/whyOff.js';
import { Section } from '../../ui/Page.js';
import { chooseCounting } from './chooseCounting.js';
import styles from './UsageCounts.module.css';

const NOW: Record<WhyOff | 'on', string> = {
  on: 'Counting is on. You can switch it off at any time; what waits in this browser is then dropped.',
  choice: 'Counting is off. Nothing is added up, kept or sent.',
  storage:
    'Counting is off: you allow it, but it also needs your yes to storage beyond what is necessary. Until then nothing is added up, kept or sent.',
  'global-privacy-control':
    'Counting is off, because your browser sends Global Privacy Control. That stands above whatever is chosen here.',
  'do-not-track':
    'Counting is off, because your browser sends Do Not Track. That stands above whatever is chosen here.',
};

const STORAGE: Record<User['preferences']['cookies'], string> = {
  all: 'You allowed storage beyond what is necessary',
  necessary: 'You chose only what is necessary',
  unasked: 'You have not chosen yet',
};

interface Props {
  uid: string;
  preferences: User['preferences'];
  why: WhyOff | null;
  signals: Signals;
}

export function ChoiceSection({ uid, preferences, why, signals }: Props) {
  const [problem, setProblem] = useState(false);
  const isOverruled = why === 'global-privacy-control' || why === 'do-not-track';
  const [asked, setAsked] = useState<boolean | null>(null); // until it is saved
  const choose = (telemetry: boolean): void => {
    setProblem(false);
    setAsked(telemetry);
    chooseCounting(uid, telemetry)
      .catch(() => setProblem(true))
      .finally(() => setAsked(null));
  };
  return (
    <Section title="Your choice">
      <Switch
        label="Count which features I use"
        description="It helps us to see what is used and what is not. The choice is yours and changes nothing else."
        checked={(asked ?? preferences.telemetry) && !isOverruled}
        disabled={isOverruled}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <p className={styles.now} role="status" data-on={why === null}>
        {NOW[why ?? 'on']}
      </p>
      <div role="alert">
        {problem && (
          <p className={styles.problem}>The choice was not saved. Check your connection, then try again.</p>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>Global Privacy Control</dt>
        <dd>
          {signals.globalPrivacyControl === true ? 'Your browser sends it' : 'Your browser does not send it'}
        </dd>
        <dt>Do Not Track</dt>
        <dd>
          {why === 'do-not-track' || signals.doNotTrack === '1'
            ? 'Your browser sends it'
            : 'Your browser does not send it'}
        </dd>
        <dt>Storage</dt>
        <dd>{STORAGE[preferences.cookies]}</dd>
      </dl>
    </Section>
  );
}
