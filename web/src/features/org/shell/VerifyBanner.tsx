import { useEffect, useState } from 'react';
import { emulatorPort, usesEmulators } from '../../../lib/firebase/app.js';
import { refreshPerson } from '../../../lib/authState.js';
import { useSession } from '../../../lib/session.js';
import { ExternalLink } from '../../../ui/ExternalLink.js';
import styles from './Shell.module.css';
import { sendVerification } from '../../../lib/verification.js';

type Sending = 'idle' | 'sending' | 'sent' | 'failed';

const BUTTON: Record<Sending, string> = {
  idle: 'Send it again',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Sending failed. Try again in a minute',
};

/** Until the address is confirmed; asks anew whenever the person comes back to this tab. */
export function VerifyBanner() {
  const { isEmailVerified, email } = useSession().person;
  const [sending, setSending] = useState<Sending>('idle');
  useEffect(() => {
    if (isEmailVerified) return;
    const check = (): void => void refreshPerson().catch(() => undefined); // offline: the next focus asks again
    window.addEventListener('focus', check);
    return () => window.removeEventListener('focus', check);
  }, [isEmailVerified]);
  if (isEmailVerified) return null;
  const send = (): void => {
    setSending('sending');
    sendVerification().then(
      () => setSending('sent'),
      () => setSending('failed'),
    );
  };
  return (
    <div className={styles.banner} role="status">
      <span>Confirm your email address: open the link we sent to {email}.</span>
      <button
        type="button"
        className={styles.bannerButton}
        onClick={send}
        disabled={sending === 'sending' || sending === 'sent'}
      >
        {BUTTON[sending]}
      </button>
      {usesEmulators && (
        <ExternalLink href={`http://${location.hostname}:${emulatorPort(9)}/`}>
          Open the local mailbox
        </ExternalLink>
      )}
    </div>
  );
}
