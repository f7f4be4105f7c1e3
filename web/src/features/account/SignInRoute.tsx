import { signInWithEmailAndPassword } from 'firebase/auth';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useAuthState } from '../../lib/authState.js';
import { auth } from '../../lib/firebase/auth.js';
import { lastOrg } from '../../lib/lastOrg.js';
import { homePath, safeNext } from '../../lib/redirects.js';
import { PlainButton } from '../../ui/plain/Buttons.js';
import { Field } from '../../ui/plain/Field.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { emailError, faults, passwordOf, textOf } from './formFields.js';
import type { Errors } from './formFields.js';
import { Problem } from './Problem.js';
import { useSubmit } from './useSubmit.js';

function check(form: FormData): Errors {
  return faults({
    email: emailError(textOf(form, 'email')),
    password: passwordOf(form) === '' ? 'Enter your password.' : undefined,
  });
}

async function signIn(form: FormData): Promise<void> {
  await signInWithEmailAndPassword(auth, textOf(form, 'email'), passwordOf(form));
}

export function SignInRoute() {
  const [params] = useSearchParams();
  const authState = useAuthState();
  const { isBusy, errors, problem, onSubmit } = useSubmit(check, signIn);
  if (authState.status === 'signed-in') {
    return <Navigate to={safeNext(params.get('next')) ?? homePath(lastOrg())} replace />;
  }
  return (
    <AccountFrame
      title="Sign in"
      footer={
        <span>
          New here? <Link to="/sign-up">Start a free trial</Link>
        </span>
      }
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
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          error={errors.password}
        />
        <PlainButton type="submit" isBusy={isBusy}>
          {isBusy ? 'Signing in…' : 'Sign in'}
        </PlainButton>
        <p className={styles.inline}>
          <Link to="/reset-password">Reset a forgotten password</Link>
        </p>
      </form>
    </AccountFrame>
  );
}
