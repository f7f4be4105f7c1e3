import { Link, useLocation } from 'react-router';
import { signOut, useAuthState } from '../../lib/authState.js';
import type { Person } from '../../lib/authState.js';
import { invitePath } from '../../lib/pendingInvite.js';
import type { PendingInvite } from '../../lib/pendingInvite.js';
import { signInPath } from '../../lib/redirects.js';
import { ButtonLink, PlainButton } from '../../ui/plain/Buttons.js';
import { LoadingState } from '../../ui/states.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { AgeRefused } from './AgeRefused.js';
import { ConfirmStep } from './ConfirmStep.js';
import { InviteRefused } from './InviteRefused.js';
import { isRefusal } from './inviteSteps.js';
import { JoinSignUp } from './JoinSignUp.js';
import { NewcomerStep } from './NewcomerStep.js';
import { Problem } from './Problem.js';
import { useInvite } from './useInvite.js';
import { useSubmit } from './useSubmit.js';

/** Where a mailed invite leads. What it is an invite to shows only to the person who may accept it, once they have. */
export function InviteRoute() {
  const { pathname, hash } = useLocation();
  return <Invite key={pathname + hash} />; // another link in the same tab is another invite
}

function Invite() {
  const auth = useAuthState();
  const { invite, step, setStep, refuseAge, accept } = useInvite();
  if (invite === null) return <Incomplete />;
  if (auth.status === 'loading') return <LoadingState />;
  if (step === 'too-young') return <AgeRefused />;
  if (step === 'sign-up') return <JoinSignUp onAge={refuseAge} onDone={accept} />;
  if (auth.status === 'signed-out') return <GuestOffer invite={invite} onSignUp={() => setStep('sign-up')} />;
  const { person } = auth;
  const useAnother = (): void => {
    setStep('offer');
    void signOut();
  };
  if (isRefusal(step)) return <InviteRefused reason={step} person={person} onUseAnother={useAnother} />;
  if (step === 'confirm')
    return <ConfirmStep person={person} onConfirmed={accept} onUseAnother={useAnother} />;
  if (step === 'newcomer') return <NewcomerStep person={person} onAge={refuseAge} onDone={accept} />;
  return <Offer person={person} onAccept={accept} onUseAnother={useAnother} />;
}

function GuestOffer({ invite, onSignUp }: { invite: PendingInvite; onSignUp: () => void }) {
  return (
    <AccountFrame
      title="You are invited to LeadPulse"
      lead="Sign in with the email address the invite was sent to. New here? Create an account with that address."
    >
      <div className={styles.actions}>
        <ButtonLink to={signInPath(invitePath(invite))}>Sign in</ButtonLink>
        <PlainButton weight="quiet" onClick={onSignUp}>
          Create an account
        </PlainButton>
      </div>
    </AccountFrame>
  );
}

function Offer({
  person,
  onAccept,
  onUseAnother,
}: {
  person: Person;
  onAccept: () => Promise<void>;
  onUseAnother: () => void;
}) {
  const { isBusy, problem, onSubmit } = useSubmit(
    () => ({}),
    () => onAccept(), // with what was given before, not with this form
  );
  return (
    <AccountFrame
      title="Accept your invite"
      lead={`You are signed in as ${person.email}. Accepting gives this account a seat in the organization that invited you.`}
      footer={
        <button type="button" className={styles.textButton} onClick={onUseAnother}>
          Use another account
        </button>
      }
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <Problem words={problem} />
        <PlainButton type="submit" isBusy={isBusy}>
          {isBusy ? 'Accepting…' : 'Accept invite'}
        </PlainButton>
      </form>
    </AccountFrame>
  );
}

function Incomplete() {
  return (
    <AccountFrame
      title="This link is not complete"
      lead="Open it from the invite’s mail once more, or copy the whole address."
      footer={<Link to="/sign-in">Sign in</Link>}
    >
      {null}
    </AccountFrame>
  );
}
