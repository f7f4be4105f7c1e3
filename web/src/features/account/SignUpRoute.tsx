import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { useAuthState } from '../../lib/authState.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { AgeRefused } from './AgeRefused.js';
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
  if (step === 'refused') return <AgeRefused />;
  return (
    <AccountFrame title="Start your free trial" lead="14 days of everything. No card needed." footer={FOOTER}>
      <p className={styles.step} ref={heading} tabIndex={-1}>
        Step {step === 'age' ? 1 : 2} of 2
      </p>
      {step === 'age' ? <AgeStep onAnswer={answer} /> : <DetailsStep hasOrganization onSend={send} />}
    </AccountFrame>
  );
}
