import type { Account } from '@leadpulse/model';
import { Button, Select, TextInput } from '@mantine/core';
import { collection, limit, query } from 'firebase/firestore';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSearchParams } from 'react-router';
import { wordsOf } from '../../../../lib/call.js';
import { db } from '../../../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../../../lib/live.js';
import { useSeat } from '../../../../lib/session.js';
import { ExternalLink } from '../../../../ui/ExternalLink.js';
import { LoadingState } from '../../../../ui/states.js';
import { connectAccount } from '../../accountCalls.js';
import styles from '../../AccountsRoute.module.css';
import { typedAmericanNumber } from '../../typedNumber.js';

const SETTINGS = 'https://voice.google.com/settings';

/** A number of Google Voice on a Gmail account whose mails come in here. */
export function VoiceForm({ onDone }: { onDone: () => void }) {
  const { orgId } = useSeat();
  const path = `orgs/${orgId}/accounts`;
  const live = useLiveQuery<Account>(path, () => query(collection(db, path), limit(100)));
  if (live.status !== 'ready') return <LoadingState />;
  const mailboxes = live.data
    .filter(
      ({ data }) => data.kind === 'gmail' && data.gmailSync && ['active', 'paused'].includes(data.state),
    )
    .map(({ id, data }) => ({ value: id, label: data.address }));
  const [first] = mailboxes;
  return first ? <NumberForm mailboxes={mailboxes} first={first.value} onDone={onDone} /> : <GmailFirst />;
}

function GmailFirst() {
  const [, setParams] = useSearchParams();
  return (
    <div className={styles.form}>
      <p>
        Google Voice forwards texts to a Gmail mailbox. Connect that mailbox first, with its mails coming in
        here; or switch that on at its card. Then come back.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => setParams({ add: 'gmail' })}>Connect Gmail</Button>
      </div>
    </div>
  );
}

interface Props {
  mailboxes: { value: string; label: string }[];
  first: string;
  onDone: () => void;
}

function NumberForm({ mailboxes, first, onDone }: Props) {
  const { orgId } = useSeat();
  const [gmailAccountId, setMailbox] = useState(first);
  const [typed, setTyped] = useState('');
  const [displayName, setName] = useState('Google Voice');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const number = typedAmericanNumber(typed);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (number === null) return;
    setBusy(true);
    setProblem(null);
    connectAccount({ orgId, account: { kind: 'googleVoice', displayName, number, gmailAccountId } })
      .then(onDone, (error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <p>
        In <ExternalLink href={SETTINGS}>Google Voice, Settings, Messages</ExternalLink> switch on “Forward
        messages to email”, to this mailbox.
      </p>
      <Select
        label="Mailbox that it forwards to"
        data={mailboxes}
        value={gmailAccountId}
        onChange={(value) => setMailbox(value ?? first)}
        allowDeselect={false}
      />
      <TextInput
        label="Google Voice number"
        description="Of the US or Canada, as it stands in Google Voice."
        placeholder="(415) 555-0132"
        type="tel"
        error={isAsked && number === null && 'Enter all ten digits, such as (415) 555-0132.'}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label="Name"
        description="What your team sees."
        value={displayName}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
      />
      <Answering />
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy} disabled={displayName.trim() === ''}>
          Connect Google Voice
        </Button>
      </div>
    </form>
  );
}

function Answering() {
  return (
    <p className={styles.aside}>
      You can answer whoever texts this number, in words. A conversation is begun in Google Voice, which bars
      numbers that write to many.
    </p>
  );
}
