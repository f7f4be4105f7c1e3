import { useAuthState } from '../../lib/authState.js';
import { invitePath, pendingInvite } from '../../lib/pendingInvite.js';
import { ButtonLink } from '../../ui/plain/Buttons.js';
import { LoadingState } from '../../ui/states.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { useApplied } from './applyCode.js';

export function ConfirmEmail({ code }: { code: string }) {
  const applied = useApplied(code);
  const auth = useAuthState();
  const isVerified = auth.status === 'signed-in' && auth.person.isEmailVerified;
  if (applied.status === 'working') {
    return (
      <AccountFrame title="Confirming your address">
        <LoadingState label="Confirming your address" />
      </AccountFrame>
    );
  }
  const isDone = applied.status === 'done' || isVerified; // opened twice: confirmed all the same
  const refusal = applied.status === 'refused' ? applied.words : '';
  return (
    <AccountFrame
      title={isDone ? 'Your address is confirmed' : 'Your address is not confirmed'}
      lead={isDone ? 'Thank you. That was all.' : `${refusal} In LeadPulse, press “Send it again”.`}
    >
      <div className={styles.actions}>
        <NextStep isSignedIn={auth.status === 'signed-in'} />
      </div>
    </AccountFrame>
  );
}

function NextStep({ isSignedIn }: { isSignedIn: boolean }) {
  const invite = pendingInvite();
  if (invite !== null) return <ButtonLink to={invitePath(invite)}>Go on to your invite</ButtonLink>;
  return isSignedIn ? (
    <ButtonLink to="/o">Open LeadPulse</ButtonLink>
  ) : (
    <ButtonLink to="/sign-in">Sign in</ButtonLink>
  );
}
