import { confirmPasswordReset, signInWithEmailAndPassword, verifyPasswordResetCode } from 'firebase/auth';
import { Link, useNavigate } from 'react-router';
import { auth } from '../../lib/firebase/auth.js';
import { PlainButton } from '../../ui/plain/Buttons.js';
import { Field } from '../../ui/plain/Field.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { PASSWORD_LENGTH, faults, passwordError, passwordOf } from './formFields.js';
import { Problem } from './Problem.js';
import { useSubmit } from './useSubmit.js';

export function ChoosePassword({ code }: { code: string }) {
  const navigate = useNavigate();
  const { isBusy, errors, problem, onSubmit } = useSubmit(
    (form) => faults({ password: passwordError(passwordOf(form)) }),
    async (form) => {
      const email = await verifyPasswordResetCode(auth, code);
      await confirmPasswordReset(auth, code, passwordOf(form));
      await signInWithEmailAndPassword(auth, email, passwordOf(form));
      await navigate('/o', { replace: true });
    },
  );
  return (
    <AccountFrame title="Choose a new password" footer={<Link to="/reset-password">Ask for a new link</Link>}>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <Problem words={problem} />
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${PASSWORD_LENGTH.min} characters.`}
          error={errors.password}
        />
        <PlainButton type="submit" isBusy={isBusy}>
          {isBusy ? 'Saving…' : 'Save password and sign in'}
        </PlainButton>
      </form>
    </AccountFrame>
  );
}
