import type { TwilioKeys } from '@leadpulse/model';
import { twilioKeysSchema } from '@leadpulse/model';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { CallRefusal, wordsOf } from '../../../../lib/call.js';
import { emulatorPort, usesEmulators } from '../../../../lib/firebase/app.js';
import { useSeat } from '../../../../lib/session.js';
import { ExternalLink } from '../../../../ui/ExternalLink.js';
import type { TwilioChoice } from '../../accountCalls.js';
import { listTwilioNumbers } from '../../accountCalls.js';
import styles from '../../AccountsRoute.module.css';
import { DEMO_KEYS } from './demoKeys.js';

const CONSOLE = 'https://console.twilio.com';
const NO_KEYS: TwilioKeys = { accountSid: '', authToken: '' };

const FIELD_WORDS: Record<keyof TwilioKeys, string> = {
  accountSid: 'It begins with AC and has 34 characters.',
  authToken: 'It has 32 letters and digits. An API key will not do.',
};

function faultsOf(values: TwilioKeys): Partial<Record<keyof TwilioKeys, string>> {
  const parsed = twilioKeysSchema.safeParse(values);
  const fields = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0] as keyof TwilioKeys);
  return Object.fromEntries(fields.map((field) => [field, FIELD_WORDS[field]]));
}

interface Props {
  keys: TwilioKeys | null; // as they were given before somebody came back
  onOpened: (keys: TwilioKeys, choice: TwilioChoice) => void;
}

/** Step one: what opens the account at Twilio. It is tried at once and kept only with the number. */
export function KeysForm({ keys, onOpened }: Props) {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<TwilioKeys>({ initialValues: keys ?? NO_KEYS, validate: faultsOf });
  const refuse = (error: unknown): void => {
    const field = error instanceof CallRefusal ? error.field?.split('.').at(-1) : undefined;
    if (field === 'accountSid' || field === 'authToken') form.setFieldError(field, wordsOf(error));
    else setProblem(wordsOf(error));
  };
  const open = (values: TwilioKeys): void => {
    const twilio = { accountSid: values.accountSid.trim(), authToken: values.authToken.trim() };
    setBusy(true);
    setProblem(null);
    listTwilioNumbers({ orgId, twilio })
      .then((choice) => onOpened(twilio, choice), refuse)
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.form} onSubmit={form.onSubmit(open)} noValidate>
      <p>
        Both stand on the first page of the <ExternalLink href={CONSOLE}>Twilio console</ExternalLink>, under
        Account Info. They are stored sealed, and nobody can read them here again.
      </p>
      {usesEmulators && <DemoHint onUse={() => form.setValues(DEMO_KEYS)} />}
      <TextInput
        label="Account SID"
        placeholder="AC…"
        autoComplete="off"
        {...form.getInputProps('accountSid')}
      />
      <PasswordInput
        label="Auth Token"
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show characters' }}
        aria-invalid={form.errors.authToken !== undefined} // Mantine leaves it out here
        {...form.getInputProps('authToken')}
      />
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          Show my numbers
        </Button>
      </div>
    </form>
  );
}

function DemoHint({ onUse }: { onUse: () => void }) {
  const url = `http://127.0.0.1:${emulatorPort(14)}`;
  return (
    <p className={styles.hint}>
      <Button variant="light" size="xs" onClick={onUse}>
        Use the demo account
      </Button>
      <span>
        On this machine a stand-in plays Twilio. At <ExternalLink href={url}>its page of phones</ExternalLink>{' '}
        you play the lead.
      </span>
    </p>
  );
}
