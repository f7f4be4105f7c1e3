import { LIMITS } from '@leadpulse/model';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { wordsOf } from '../../lib/call.js';
import { useSession } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/Page.js';
import styles from './Privacy.module.css';
import { changeMyName } from './privacyCalls.js';

/** One's own name, to be corrected: it stands on every seat. */
export function NameSection() {
  const { profile } = useSession();
  return (
    <Section
      title="Your name"
      about="The people of your organizations see it. A change shows everywhere at once."
    >
      {profile !== null && <NameForm key={profile.displayName} name={profile.displayName} />}
    </Section>
  );
}

function NameForm({ name }: { name: string }) {
  const [typed, setTyped] = useState(name);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = typed.trim();
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    changeMyName(wanted)
      .then(() => notify({ message: 'Your name is changed.' }))
      .catch((error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.nameForm} onSubmit={save} noValidate>
      <TextInput
        label="Name"
        autoComplete="name"
        maxLength={LIMITS.personName}
        value={typed}
        error={problem ?? (wanted === '' ? 'Enter your name.' : null)}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isBusy} disabled={wanted === '' || wanted === name}>
        Change name
      </Button>
    </form>
  );
}
