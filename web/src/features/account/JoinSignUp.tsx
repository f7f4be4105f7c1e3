import { POLICY_VERSION } from '@leadpulse/policy';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Newcomer } from '../../lib/pendingInvite.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { AgeStep } from './AgeStep.js';
import { DetailsStep } from './DetailsStep.js';
import { ownAccount } from './signUp.js';
import type { SignUpForm } from './signUp.js';
import { shutDoor } from './signUpDoor.js';

/** An account for a person who joins an organization that is there: the same questions as sign-up, but for its name. */
export function JoinSignUp({
  onAge,
  onDone,
}: {
  onAge: () => void;
  onDone: (newcomer?: Newcomer) => Promise<void>;
}) {
  const [step, setStep] = useState<'age' | 'details'>('age');
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (step === 'details') heading.current?.focus();
  }, [step]);
  const refuse = (): void => {
    shutDoor();
    onAge();
  };
  const answer = (mayHave: boolean): void => {
    if (mayHave) setStep('details');
    else refuse();
  };
  const send = async (form: SignUpForm): Promise<void> => {
    await ownAccount(form);
    await onDone({
      displayName: form.name,
      acceptedPolicyVersion: POLICY_VERSION,
      promotionalEmails: form.promotionalEmails,
    });
  };
  return (
    <AccountFrame
      title="Create your account"
      lead="Your seat is in the organization that invited you; there is nothing to pay."
      footer={
        <span>
          Have an account? <Link to="/sign-in">Sign in</Link>
        </span>
      }
    >
      <p className={styles.step} ref={heading} tabIndex={-1}>
        Step {step === 'age' ? 1 : 2} of 2
      </p>
      {step === 'age' ? <AgeStep onAnswer={answer} /> : <DetailsStep hasOrganization={false} onSend={send} />}
    </AccountFrame>
  );
}
