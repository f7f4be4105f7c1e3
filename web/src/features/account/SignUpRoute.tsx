import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { useAuthState } from '../../lib/authState.js';
import { ButtonLink } from '../../ui/plain/Buttons.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { AgeStep } from './AgeStep.js';
import { DetailsStep } from './DetailsStep.js';
import { signUp } from './signUp.js';
import type { SignUpForm } from './signUp.js';
import { isDoorShut, shutDoor } from './signUpDoor.js';

type Step = 'age' | 'details' | 'refused';

const FOOTER = (
  <span>
    Have an account? <Link to="/sign-in">Sign in</Link>
  </span>
);

export function SignUpRoute() {
  const navigate = useNavigate();
  const authState = useAuthState();
  const [step, setStep] = useState<Step>(isDoorShut() ? 'refused' : 'age');
  const [hasBegun, setBegun] = useState(false);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (step === 'details') heading.current?.focus();
  }, [step]);
  const answer = (mayHave: boolean): void => {
    if (!mayHave) shutDoor();
    setStep(mayHave ? 'details' : 'refused');
  };
  const send = async (form: SignUpForm): Promise<void> => {
    setBegun(true); // from here on being signed in is this form's doing
    const orgId = await signUp(form);
    await navigate(orgId === null ? '/o' : `/o/${orgId}/start`, { replace: true });
  };
  if (authState.status === 'signed-in' && !hasBegun) return <Navigate to="/o" replace />;
  if (step === 'refused') return <Refused />;
  return (
    <AccountFrame title="Start your free trial" lead="14 days of everything. No card needed." footer={FOOTER}>
      <p className={styles.step} ref={heading} tabIndex={-1}>
        Step {step === 'age' ? 1 : 2} of 2
      </p>
      {step === 'age' ? <AgeStep onAnswer={answer} /> : <DetailsStep onSend={send} />}
    </AccountFrame>
  );
}

function Refused() {
  return (
    <AccountFrame
      title="Thank you for your interest"
      lead="We cannot open an account for you. LeadPulse is made for people at work. Nothing you entered was sent or kept."
    >
      <div className={styles.actions}>
        <ButtonLink to="/" weight="quiet">
          Go to the start page
        </ButtonLink>
      </div>
    </AccountFrame>
  );
}
