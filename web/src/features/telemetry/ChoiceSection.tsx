import type { User } from '@leadpulse/model';
import { Switch } from '@mantine/core';
import { useState } from 'react';
import { chooseCounting } from '../../lib/telemetry/choose.js';
import type { Signals, WhyOff } from '../../lib/telemetry/whyOff.js';
import { browserNo } from '../../lib/telemetry/whyOff.js';
import { nowWords } from '../../ui/consent/choiceWords.js';
import { StorageButtons } from '../../ui/consent/StorageButtons.js';
import { Section } from '../../ui/Page.js';
import styles from './UsageCounts.module.css';

interface Props {
  uid: string;
  preferences: User['preferences'];
  why: WhyOff | null;
  signals: Signals;
}

export function ChoiceSection({ uid, preferences, why, signals }: Props) {
  const [problem, setProblem] = useState(false);
  const isOverruled = browserNo(signals) !== null;
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
        mt={8}
        label="Count which features I use"
        description="It helps us to see what is used and what is not. The counts are kept in this browser until they are told. The choice is yours and changes nothing else."
        checked={(asked ?? preferences.telemetry) && !isOverruled}
        disabled={isOverruled}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <p className={styles.now} role="status" data-on={why === null}>
        {nowWords(preferences, signals)}
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
          {browserNo({ doNotTrack: signals.doNotTrack ?? null }) === null
            ? 'Your browser does not send it'
            : 'Your browser sends it'}
        </dd>
      </dl>
      <h3 className={styles.storage}>What your browser may keep</h3>
      <StorageButtons uid={uid} preferences={preferences} />
    </Section>
  );
}
