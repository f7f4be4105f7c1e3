import { sendPasswordResetEmail } from 'firebase/auth';
import { useState } from 'react';
import { Link } from 'react-router';
import { auth } from '../../lib/firebase/auth.js';
import { PlainButton } from '../../ui/plain/Buttons.js';
import { Field } from '../../ui/plain/Field.js';
import plain from '../../ui/plain/plain.module.css';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { codeOf } from '../../lib/authWords.js';
import { emailError, faults, textOf } from './formFields.js';
import type { Errors } from './formFields.js';
import { Problem } from './Problem.js';
import { useSubmit } from './useSubmit.js';

function check(form: FormData): Errors {
  return faults({ email: emailError(textOf(form, 'email')) });
}

/** Answers the same whether the address has an account or not. */
async function sendLink(email: string): Promise<void> {
  try {
    await sendPasswordResetEmail(auth, email, { url: `${location.origin}/sign-in` });
  } catch (error) {
    if (codeOf(error) !== 'auth/user-not-found') throw error;
  }
}

export function ResetPasswordRoute() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { isBusy, errors, problem, onSubmit } = useSubmit(check, async (form) => {
    const email = textOf(form, 'email');
    await sendLink(email);
    setSentTo(email);
  });
  return (
    <AccountFrame
      title="Reset your password"
      lead="We mail you a link that lets you choose a new one."
      footer={<Link to="/sign-in">Back to sign-in</Link>}
    >
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <Problem words={problem} />
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          error={errors.email}
        />
        <PlainButton type="submit" isBusy={isBusy}>
          {isBusy ? 'Sending…' : 'Send the link'}
        </PlainButton>
        <div role="status">
          {sentTo !== null && (
            <p className={plain.note}>
              If {sentTo} has an account, the link is on its way. Look into the spam folder if it does not
              arrive within a few minutes.
            </p>
          )}
        </div>
      </form>
    </AccountFrame>
  );
}
