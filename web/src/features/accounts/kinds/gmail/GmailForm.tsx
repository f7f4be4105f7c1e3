import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { wordsOf } from '../../../../lib/call.js';
import { emulatorPort, usesEmulators } from '../../../../lib/firebase/app.js';
import { useSeat } from '../../../../lib/session.js';
import { ExternalLink } from '../../../../ui/ExternalLink.js';
import styles from '../../AccountsRoute.module.css';
import { goToGoogle } from '../../googleCalls.js';

/** What Google will be asked for; the rest happens on Google's own page, and no password comes by us. */
export function GmailForm() {
  const { orgId } = useSeat();
  const [name, setName] = useState('Gmail');
  const [withSync, setWithSync] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    goToGoogle({ orgId, accountId: null, displayName: name, withSync }).catch((error: unknown) => {
      setProblem(wordsOf(error));
      setBusy(false);
    });
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <TextInput
        label="Name"
        description="What your team sees."
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
      />
      <Checkbox
        label="Bring the mails of this mailbox in here too"
        description="Google then asks you to let LeadPulse read the mailbox. You can switch it on later, and off at any time."
        checked={withSync}
        onChange={(event) => setWithSync(event.currentTarget.checked)}
      />
      <p className={styles.aside}>
        On Google’s page choose the mailbox, and leave every box ticked. LeadPulse never sees your password.
        Mails that are in the mailbox already stay there; what comes in from now on comes in here.
      </p>
      {usesEmulators && <DemoHint />}
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
          Continue at Google
        </Button>
      </div>
    </form>
  );
}

function DemoHint() {
  return (
    <p className={styles.hint}>
      <span>
        On this machine a stand-in plays Google. In{' '}
        <ExternalLink href={`http://127.0.0.1:${emulatorPort(15)}`}>its mailboxes</ExternalLink> you play the
        lead.
      </span>
    </p>
  );
}
