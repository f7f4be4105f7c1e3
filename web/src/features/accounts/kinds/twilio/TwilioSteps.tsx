import type { TwilioKeys } from '@leadpulse/model';
import { useState } from 'react';
import type { TwilioChoice } from '../../accountCalls.js';
import type { StepsProps } from '../offer.js';
import { ChooseNumber } from './ChooseNumber.js';
import { KeysForm } from './KeysForm.js';

interface Opened {
  keys: TwilioKeys;
  choice: TwilioChoice;
}

/** The keys of the account first, then one of the numbers that they show. */
export function TwilioSteps({ again, onDone }: StepsProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [keys, setKeys] = useState<TwilioKeys | null>(null);
  if (opened === null) {
    return <KeysForm keys={keys} onOpened={(given, choice) => setOpened({ keys: given, choice })} />;
  }
  const back = (): void => {
    setKeys(opened.keys);
    setOpened(null);
  };
  const { keys: opening, choice } = opened;
  return <ChooseNumber keys={opening} choice={choice} again={again} onBack={back} onDone={onDone} />;
}
