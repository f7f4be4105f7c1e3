import { useCallback, useEffect, useState } from 'react';
import { refreshPerson } from '../../lib/authState.js';
import type { Person } from '../../lib/authState.js';
import { authWords } from '../../lib/authWords.js';
import { auth } from '../../lib/firebase/auth.js';
import { emulatorPort, usesEmulators } from '../../lib/firebase/app.js';
import { sendVerification } from '../../lib/verification.js';
import { ExternalLink } from '../../ui/ExternalLink.js';
import { PlainButton } from '../../ui/plain/Buttons.js';
import plain from '../../ui/plain/plain.module.css';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { Problem } from './Problem.js';

interface Props {
  person: Person;
  onConfirmed: () => Promise<void>;
  onUseAnother: () => void;
}

const NOT_YET = 'This address is not confirmed yet. Open the link in the mail first.';

/** The address has to be proven before the seat is given; asks anew whenever the person comes back to this tab. */
export function ConfirmStep({ person, onConfirmed, onUseAnother }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSent, setSent] = useState(false);
  const goOn = useCallback(
    async (isAsked: boolean): Promise<void> => {
      await refreshPerson();
      if (auth.currentUser?.emailVerified === true) return onConfirmed();
      if (isAsked) setProblem(NOT_YET);
    },
    [onConfirmed],
  );
  useEffect(() => {
    const check = (): void => void goOn(false).catch(() => undefined); // offline: the next focus asks again
    window.addEventListener('focus', check);
    return () => window.removeEventListener('focus', check);
  }, [goOn]);
  const run = (action: () => Promise<void>): void => {
    setBusy(true);
    setProblem(null);
    action()
      .catch((error: unknown) => setProblem(authWords(error)))
      .finally(() => setBusy(false));
  };
  const sendAgain = (): void => run(() => sendVerification().then(() => setSent(true)));
  return (
    <AccountFrame
      title="Confirm your address"
      lead={`We sent a link to ${person.email}. Open it, then come back here: the seat is given only to a confirmed address.`}
      footer={
        <button type="button" className={styles.textButton} onClick={onUseAnother}>
          Use another account
        </button>
      }
    >
      <div className={styles.form}>
        <Problem words={problem} />
        <PlainButton isBusy={isBusy} onClick={() => run(() => goOn(true))}>
          Go on
        </PlainButton>
        <PlainButton weight="quiet" disabled={isBusy || isSent} onClick={sendAgain}>
          {isSent ? 'Sent' : 'Send it again'}
        </PlainButton>
        <div role="status">
          {isSent && (
            <p className={plain.note}>
              Sent. Look into the spam folder if it does not arrive within minutes.
            </p>
          )}
        </div>
        {usesEmulators && <LocalMailbox />}
      </div>
    </AccountFrame>
  );
}

function LocalMailbox() {
  return (
    <p className={styles.inline}>
      <ExternalLink href={`http://${location.hostname}:${emulatorPort(9)}/`}>
        Open the local mailbox
      </ExternalLink>
    </p>
  );
}
