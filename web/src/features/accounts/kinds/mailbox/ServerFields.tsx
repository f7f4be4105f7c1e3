import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import styles from '../../AccountsRoute.module.css';
import type { Encryption, Half, MailboxForm } from './mailboxForm.js';
import { withEncryption } from './mailboxForm.js';

const NAMES: Record<Half, string> = { imap: 'Incoming', smtp: 'Outgoing' };
const PORTS: Record<Half, Record<Encryption, number>> = {
  imap: { tls: 993, starttls: 143 },
  smtp: { tls: 465, starttls: 587 },
};

/** One of the two servers of a mailbox. */
export function ServerFields({ form, half }: { form: UseFormReturnType<MailboxForm>; half: Half }) {
  const encryptions: { value: Encryption; label: string }[] = [
    { value: 'tls', label: `TLS from the start (port ${PORTS[half].tls})` },
    { value: 'starttls', label: `STARTTLS (port ${PORTS[half].starttls})` },
  ];
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          label={`${NAMES[half]} server (${half.toUpperCase()})`}
          autoComplete="off"
          {...form.getInputProps(`${half}Host`)}
        />
        <NumberInput
          label={`${NAMES[half]} port`}
          min={1}
          max={65535}
          allowDecimal={false}
          hideControls
          {...form.getInputProps(`${half}Port`)}
        />
      </div>
      <Select
        label={`${NAMES[half]} encryption`}
        allowDeselect={false}
        data={encryptions}
        value={form.values[`${half}Encryption`]}
        error={form.errors[`${half}Encryption`]}
        data-path={`${half}Encryption`}
        onChange={(value) => value !== null && form.setValues(withEncryption(form.values, half, value))}
      />
    </>
  );
}
