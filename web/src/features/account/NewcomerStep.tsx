import { POLICY_VERSION } from '@leadpulse/policy';
import { useState } from 'react';
import type { Person } from '../../lib/authState.js';
import type { Newcomer } from '../../lib/pendingInvite.js';
import { PlainButton } from '../../ui/plain/Buttons.js';
import { Field } from '../../ui/plain/Field.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { AgeStep } from './AgeStep.js';
import { faults, nameError, textOf } from './formFields.js';
import { NewsCheck, PolicyCheck } from './PolicyCheck.js';
import { Problem } from './Problem.js';
import { shutDoor } from './signUpDoor.js';
import { useSubmit } from './useSubmit.js';

/** For a person who can sign in but was in no organization yet: their age, name and agreement. */
export function NewcomerStep({
  person,
  onAge,
  onDone,
}: {
  person: Person;
  onAge: () => void;
  onDone: (newcomer: Newcomer) => Promise<void>;
}) {
  const [isOldEnough, setOldEnough] = useState(false);
  const answer = (mayHave: boolean): void => {
    setOldEnough(mayHave);
    if (mayHave) return;
    shutDoor();
    onAge();
  };
  return (
    <AccountFrame
      title="Accept your invite"
      lead={`You are signed in as ${person.email}. A few answers, then the seat is yours.`}
    >
      {isOldEnough ? <NameForm person={person} onDone={onDone} /> : <AgeStep onAnswer={answer} />}
    </AccountFrame>
  );
}

function NameForm({ person, onDone }: { person: Person; onDone: (newcomer: Newcomer) => Promise<void> }) {
  const { isBusy, errors, problem, onSubmit } = useSubmit(
    (form) =>
      faults({
        name: nameError(textOf(form, 'name'), 'Enter your name. Your team sees it.'),
        policy: form.has('policy') ? undefined : 'A seat needs your agreement to the privacy policy.',
      }),
    (form) =>
      onDone({
        displayName: textOf(form, 'name'),
        acceptedPolicyVersion: POLICY_VERSION,
        promotionalEmails: form.has('news'),
      }),
  );
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        defaultValue={person.displayName}
        error={errors.name}
      />
      <PolicyCheck error={errors.policy} />
      <NewsCheck />
      <Problem words={problem} />
      <PlainButton type="submit" isBusy={isBusy}>
        {isBusy ? 'Accepting…' : 'Accept invite'}
      </PlainButton>
    </form>
  );
}
