import type { Account, TwilioKeys } from '@leadpulse/model';
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { wordsOf } from '../../../../lib/call.js';
import { useSeat } from '../../../../lib/session.js';
import { addressText } from '../../../../ui/contact/addressText.js';
import type { TwilioChoice } from '../../accountCalls.js';
import { connectAccount } from '../../accountCalls.js';
import styles from '../../AccountsRoute.module.css';

interface Props {
  keys: TwilioKeys;
  choice: TwilioChoice;
  again: Account | null;
  onBack: () => void;
  onDone: () => void;
}

/** Step two: which number, and what the team calls it. */
export function ChooseNumber({ keys, choice, again, onBack, onDone }: Props) {
  const { orgId } = useSeat();
  const usable = choice.numbers.filter(({ canText }) => canText);
  const known = usable.find((each) => each.number === again?.address);
  const [number, setNumber] = useState((known ?? usable[0])?.number ?? '');
  const [name, setName] = useState(again?.displayName ?? 'Twilio number');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    connectAccount({ orgId, account: { kind: 'twilio', displayName: name, number, twilio: keys } })
      .then(onDone, (error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setBusy(false));
  };
  if (usable.length === 0) return <NoNumbers choice={choice} onBack={onBack} />;
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {choice.isTrial && <TrialHint />}
      <Radio.Group label={`Numbers of ${choice.accountName}`} value={number} onChange={setNumber}>
        <div className={styles.numbers}>
          {choice.numbers.map((each) => (
            <Radio
              key={each.number}
              value={each.number}
              disabled={!each.canText}
              label={addressText(each.number)}
              description={numberWords(each)}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label="Name"
        description="What your team sees."
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
      />
      <p className={styles.aside}>
        From now on Twilio brings the texts to this number here, and no longer to where it brought them
        before. US carriers deliver only from numbers with an A2P 10DLC or toll-free registration; Twilio
        handles that.
      </p>
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onBack}>
          Change keys
        </Button>
        <Button type="submit" loading={isBusy} disabled={number === '' || name.trim() === ''}>
          Connect number
        </Button>
      </div>
    </form>
  );
}

function numberWords({ canText, serviceName }: TwilioChoice['numbers'][number]): string {
  if (!canText) return 'For calls only: it cannot text.';
  return serviceName === null
    ? 'In no Messaging Service.'
    : `In the Messaging Service “${serviceName}”, whose rules apply.`;
}

function TrialHint() {
  return (
    <p className={styles.aside}>
      This is a trial account: Twilio delivers only to numbers that were verified there, and puts a line of
      its own before each text.
    </p>
  );
}

function NoNumbers({ choice, onBack }: Pick<Props, 'choice' | 'onBack'>) {
  return (
    <div className={styles.form}>
      <p>
        {choice.accountName} has no number that can text. Buy one in the Twilio console, under Phone numbers,
        with the SMS capability; then come back.
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onBack}>
          Change keys
        </Button>
      </div>
    </div>
  );
}
