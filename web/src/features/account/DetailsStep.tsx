import { PlainButton } from '../../ui/plain/Buttons.js';
import { Field } from '../../ui/plain/Field.js';
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
import { NewsCheck, PolicyCheck } from './PolicyCheck.js';
import { Problem } from './Problem.js';
import type { SignUpForm } from './signUp.js';
import { useSubmit } from './useSubmit.js';

function check(form: FormData, hasOrganization: boolean): Errors {
  return faults({
    name: nameError(textOf(form, 'name'), 'Enter your name. Your team sees it.'),
    email: emailError(textOf(form, 'email')),
    password: passwordError(passwordOf(form)),
    orgName: hasOrganization
      ? nameError(textOf(form, 'orgName'), 'Enter the name of your organization.')
      : undefined,
    policy: form.has('policy') ? undefined : 'An account needs your agreement to the privacy policy.',
  });
}

/** Everything of an account; who joins an organization by an invite names none. */
export function DetailsStep({
  hasOrganization,
  onSend,
}: {
  hasOrganization: boolean;
  onSend: (form: SignUpForm) => Promise<void>;
}) {
  const { isBusy, errors, problem, onSubmit } = useSubmit(
    (form) => check(form, hasOrganization),
    (form) =>
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
        {...(!hasOrganization && { hint: 'The address the invite was sent to.' })}
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
      {hasOrganization && (
        <Field
          label="Organization"
          name="orgName"
          autoComplete="organization"
          hint="Your company or team; it signs the emails you send."
          error={errors.orgName}
        />
      )}
      <PolicyCheck error={errors.policy} />
      <NewsCheck />
      <Problem words={problem} />
      <PlainButton type="submit" isBusy={isBusy}>
        {isBusy ? 'Creating your account…' : 'Create account'}
      </PlainButton>
    </form>
  );
}
