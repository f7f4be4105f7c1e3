import { connectAccountContract } from '@leadpulse/model';
import type { FoundSettings } from '@leadpulse/model/mailProviders';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { CallRefusal, wordsOf } from '../../../../lib/call.js';
import { useSeat } from '../../../../lib/session.js';
import { connectAccount } from '../../accountCalls.js';
import styles from '../../AccountsRoute.module.css';
import type { MailboxForm } from './mailboxForm.js';
import { accountOf, fieldOf, fieldWords, isOfServers } from './mailboxForm.js';
import { FoundWords } from './FoundWords.js';
import { ServerFields } from './ServerFields.js';

interface Props {
  initial: MailboxForm;
  found: FoundSettings;
  onBack: () => void;
  onDone: () => void;
}

function faultsOf(orgId: string, values: MailboxForm): Partial<Record<keyof MailboxForm, string>> {
  const parsed = connectAccountContract.input.safeParse({ orgId, account: accountOf(values) });
  const paths = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  const fields = paths.map(fieldOf).filter((field) => field !== null);
  return Object.fromEntries(fields.map((field) => [field, fieldWords(field)]));
}

/** Step two: the password, and the servers for who wants to see or change them. Both are tried before anything is stored. */
export function SignInForm({ initial, found, onBack, onDone }: Props) {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const [isOpen, setOpen] = useState(found.provider === null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<MailboxForm>({
    initialValues: initial,
    validate: (values) => faultsOf(orgId, values),
  });
  const lookAt = (field: keyof MailboxForm): void => {
    if (isOfServers(field)) flushSync(() => setOpen(true));
    form.getInputNode(field)?.focus(); // it may lie above the screen of a phone
  };
  const refuse = (error: unknown): void => {
    const field = error instanceof CallRefusal ? fieldOf(error.field ?? '') : null;
    if (field === null || field === 'address' || field === 'displayName') {
      setProblem(wordsOf(error));
      return;
    }
    form.setFieldError(field, wordsOf(error));
    lookAt(field);
  };
  const send = (values: MailboxForm): void => {
    setBusy(true);
    setProblem(null);
    connectAccount({ orgId, account: accountOf(values) })
      .then(onDone, refuse)
      .finally(() => setBusy(false));
  };
  return (
    <form
      className={styles.form}
      onSubmit={form.onSubmit(send, (errors) => {
        const [first] = Object.keys(errors);
        if (first !== undefined) lookAt(first as keyof MailboxForm);
      })}
      noValidate
    >
      <FoundWords found={found} values={form.values} isOpen={isOpen} onOpen={() => setOpen(true)} />
      {isOpen && (
        <>
          <ServerFields form={form} half="imap" />
          <ServerFields form={form} half="smtp" />
        </>
      )}
      <UserFields form={form} />
      <WhatFollows />
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onBack}>
          Change address
        </Button>
        <Button type="submit" loading={isBusy}>
          Connect mailbox
        </Button>
      </div>
    </form>
  );
}

function WhatFollows() {
  return (
    <p className={styles.aside}>
      Mails of the last thirty days from your inbox and what was sent come in first, then what is new, every
      few minutes. Nothing in the mailbox is changed; what you send from here is filed there under Sent.
    </p>
  );
}

function UserFields({ form }: { form: UseFormReturnType<MailboxForm> }) {
  return (
    <div className={styles.pair}>
      <TextInput label="User" autoComplete="off" {...form.getInputProps('user')} />
      <PasswordInput
        label="Password"
        autoComplete="off"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': 'Show characters' }}
        aria-invalid={form.errors.password !== undefined} // Mantine leaves it out here
        {...form.getInputProps('password')}
      />
    </div>
  );
}
