import { NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import styles from '../../AccountsRoute.module.css';
import { withEncryption } from './smtp.js';
import type { Encryption, Mailbox } from './smtp.js';

const ENCRYPTIONS: { value: Encryption; label: string }[] = [
  { value: 'tls', label: 'TLS from the start (port 465)' },
  { value: 'starttls', label: 'STARTTLS where the server offers it (port 587)' },
];

export function SmtpFields({ form }: { form: UseFormReturnType<Mailbox> }) {
  return (
    <>
      <div className={styles.pair}>
        <TextInput label="Sender’s name" {...form.getInputProps('displayName')} />
        <TextInput label="Email address" type="email" autoComplete="off" {...form.getInputProps('address')} />
      </div>
      <div className={styles.pair}>
        <TextInput
          label="SMTP server"
          placeholder="smtp.example.com"
          autoComplete="off"
          {...form.getInputProps('host')}
        />
        <NumberInput
          label="Port"
          min={1}
          max={65535}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('port')}
        />
      </div>
      <Select
        label="Encryption"
        allowDeselect={false}
        data={ENCRYPTIONS}
        value={form.values.encryption}
        error={form.errors.encryption}
        data-path="encryption"
        onChange={(value) => value !== null && form.setValues(withEncryption(form.values, value))}
      />
      <div className={styles.pair}>
        <TextInput label="User" autoComplete="off" {...form.getInputProps('user')} />
        <PasswordInput
          label="Password"
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show characters' }}
          aria-invalid={form.errors.password !== undefined} // Mantine leaves it out here
          {...form.getInputProps('password')}
        />
      </div>
    </>
  );
}
