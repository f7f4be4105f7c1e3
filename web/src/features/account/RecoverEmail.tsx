import { ButtonLink } from '../../ui/plain/Buttons.js';
import { LoadingState } from '../../ui/states.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { useApplied } from './applyCode.js';

/** Somebody changed the address of an account; the mail to the old address takes it back. */
export function RecoverEmail({ code }: { code: string }) {
  const applied = useApplied(code);
  if (applied.status === 'working') {
    return (
      <AccountFrame title="Taking your address back">
        <LoadingState label="Taking your address back" />
      </AccountFrame>
    );
  }
  const isDone = applied.status === 'done';
  return (
    <AccountFrame
      title={isDone ? 'Your address is back' : 'Your address is unchanged'}
      lead={
        isDone
          ? `You sign in with ${applied.email} again. If it was not you who changed it, choose a new password now.`
          : applied.words
      }
    >
      <div className={styles.actions}>
        <ButtonLink to="/reset-password">Choose a new password</ButtonLink>
        <ButtonLink to="/sign-in" weight="quiet">
          Sign in
        </ButtonLink>
      </div>
    </AccountFrame>
  );
}
