import { connectAccountContract } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { CallRefusal, wordsOf } from '../../../../lib/call.js';
import { emulatorPort, usesEmulators } from '../../../../lib/firebase/app.js';
import { useSeat, useSession } from '../../../../lib/session.js';
import { connectAccount } from '../../accountCalls.js';
import styles from '../../AccountsRoute.module.css';
import type { StepsProps } from '../offer.js';
import { SmtpFields } from './SmtpFields.js';
import { EMPTY_SMTP, accountOf, fieldOf, fieldWords, localSink } from './smtp.js';
import type { Mailbox } from './smtp.js';

/** The form's faults by the schema that the callable uses. */
function faultsOf(orgId: string, values: Mailbox): Partial<Record<string, string>> {
  const parsed = connectAccountContract.input.safeParse({ orgId, account: accountOf(values) });
  if (parsed.success) return {};
  const fields = parsed.error.issues.map(({ path }) => fieldOf(path.join('.')));
  return Object.fromEntries(fields.map((field) => [field, fieldWords(field)]));
}

/** Sending by SMTP; the server tries the connection before anything is stored. */
export function SmtpForm({ again, onDone }: StepsProps) {
  const { orgId, name } = useSeat();
  const { person } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const address = again?.address ?? person.email;
  const form = useForm<Mailbox>({
    initialValues: { ...EMPTY_SMTP, displayName: again?.displayName ?? name, address, user: address },
    validate: (values) => faultsOf(orgId, values),
  });
  const refuse = (error: unknown): void => {
    const field = error instanceof CallRefusal ? fieldOf(error.field ?? '') : '';
    if (field === '') {
      setProblem(wordsOf(error));
      return;
    }
    form.setFieldError(field, wordsOf(error));
    form.getInputNode(field)?.focus(); // it may lie above the screen of a phone
  };
  const send = (values: Mailbox): void => {
    setBusy(true);
    setProblem(null);
    connectAccount({ orgId, account: accountOf(values) })
      .then(onDone, refuse)
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.form} onSubmit={form.onSubmit(send)} noValidate>
      {usesEmulators && (
        <Button variant="light" onClick={() => form.setValues(localSink(emulatorPort(10)))}>
          Use the local mail sink
        </Button>
      )}
      <SmtpFields form={form} />
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          Connect mail server
        </Button>
      </div>
    </form>
  );
}
