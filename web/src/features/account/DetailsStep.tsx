import { Link } from 'react-router';
import { PlainButton } from '../../ui/plain/Buttons.js';
import { Check, Field } from '../../ui/plain/Field.js';
import styles from './AccountFrame.module.css';
import {
  PASSWORD_LENGTH,
  emailError,
  faults,
  nameError,
  passwordError,
  passwordOf,
  textOf,
} from './formFields.js';
import type { Errors } from './formFields.js';
import { Problem } from './Problem.js';
import type { SignUpForm } from './signUp.js';
import { useSubmit } from './useSubmit.js';

function check(form: FormData): Errors {
  return faults({
    name: nameError(textOf(form, 'name'), 'Enter your name. Your team sees it.'),
    email: emailError(textOf(form, 'email')),
    password: passwordError(passwordOf(form)),
    orgName: nameError(textOf(form, 'orgName'), 'Enter the name of your organization.'),
    policy: form.has('policy') ? undefined : 'An account needs your agreement to the privacy policy.',
  });
}

export function DetailsStep({ onSend }: { onSend: (form: SignUpForm) => Promise<void> }) {
  const { isBusy, errors, problem, onSubmit } = useSubmit(check, (form) =>
    onSend({
      name: textOf(form, 'name'),
      email: textOf(form, 'email'),
      password: passwordOf(form),
      orgName: textOf(form, 'orgName'),
      promotionalEmails: form.has('news'),
    }),
  );
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label="Your name" name="name" autoComplete="name" error={errors.name} />
      <Field
        label="Work email"
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        error={errors.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_LENGTH.min} characters.`}
        error={errors.password}
      />
      <Field
        label="Organization"
        name="orgName"
        autoComplete="organization"
        hint="Your company or team; it signs the emails you send."
        error={errors.orgName}
      />
      <Check name="policy" required error={errors.policy}>
        I have read the{' '}
        <Link to="/privacy" target="_blank" rel="noopener">
          privacy policy
        </Link>{' '}
        and agree to it.
      </Check>
      <Check name="news">Send me news about LeadPulse by email. I can stop that at any time.</Check>
      <Problem words={problem} />
      <PlainButton type="submit" isBusy={isBusy}>
        {isBusy ? 'Creating your account…' : 'Create account'}
      </PlainButton>
    </form>
  );
}
