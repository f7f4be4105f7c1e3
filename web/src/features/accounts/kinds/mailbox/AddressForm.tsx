import { connectAccountContract } from '@leadpulse/model';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSeat } from '../../../../lib/session.js';
import styles from '../../AccountsRoute.module.css';
import { accountOf, begin, fieldOf, fieldWords } from './mailboxForm.js';

interface Given {
  displayName: string;
  address: string;
}

/** Step one: which mailbox. */
export function AddressForm({ given, onGiven }: { given: Given; onGiven: (given: Given) => void }) {
  const { orgId } = useSeat();
  const form = useForm<Given>({ initialValues: given, validate: (values) => faultsOf(orgId, values) });
  return (
    <form className={styles.form} onSubmit={form.onSubmit(onGiven)} noValidate>
      <TextInput
        label="Email address"
        description="Of a mailbox that your team writes from."
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('address')}
      />
      <TextInput
        label="Name"
        description="What your team sees."
        maxLength={80}
        {...form.getInputProps('displayName')}
      />
      <div className={styles.buttons}>
        <Button type="submit">Find its settings</Button>
      </div>
    </form>
  );
}

/** By the schema that the callable uses, with a password that is not asked for yet. */
function faultsOf(orgId: string, { displayName, address }: Given): Partial<Record<keyof Given, string>> {
  const account = accountOf({ ...begin(displayName, address).form, password: 'later' });
  const parsed = connectAccountContract.input.safeParse({ orgId, account });
  const fields = parsed.success ? [] : parsed.error.issues.map(({ path }) => fieldOf(path.join('.')));
  const own = (['displayName', 'address'] as const).filter((field) => fields.includes(field));
  return Object.fromEntries(own.map((field) => [field, fieldWords(field)]));
}
