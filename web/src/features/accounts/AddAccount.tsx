import { Modal } from '@mantine/core';
import { IconFlask, IconMail } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { usesEmulators } from '../../lib/firebase/app.js';
import styles from './AccountsRoute.module.css';
import { MailboxForm } from './MailboxForm.js';
import { PracticeForm } from './PracticeForm.js';

const TITLES: Record<string, string> = {
  mailbox: 'Connect a mailbox',
  practice: 'Add a practice line',
};

/** Which account to add stands in the address (`?add=`), so that the back button goes back a step. */
export function AddAccount() {
  const [params, setParams] = useSearchParams();
  const step = params.get('add') ?? '';
  const close = (): void => setParams({}, { replace: true });
  return (
    <Modal
      opened
      onClose={close}
      title={TITLES[step] ?? 'Add account'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {step === 'mailbox' && <MailboxForm onDone={close} />}
      {step === 'practice' && <PracticeForm onDone={close} />}
      {TITLES[step] === undefined && <Choices onChoose={(add) => setParams({ add })} />}
    </Modal>
  );
}

function Choices({ onChoose }: { onChoose: (kind: string) => void }) {
  return (
    <div className={styles.choices}>
      <button type="button" className={styles.choice} onClick={() => onChoose('mailbox')}>
        <span className={styles.icon}>
          <IconMail size={22} stroke={1.6} aria-hidden="true" />
        </span>
        <span>
          <strong>Mailbox</strong>
          <span>Send from your own address, through any mail server that speaks SMTP.</span>
        </span>
      </button>
      {usesEmulators && (
        <button type="button" className={styles.choice} onClick={() => onChoose('practice')}>
          <span className={styles.icon}>
            <IconFlask size={22} stroke={1.6} aria-hidden="true" />
          </span>
          <span>
            <strong>Practice line</strong>
            <span>A number or mailbox with simulated leads that answer. Nothing leaves this machine.</span>
          </span>
        </button>
      )}
    </div>
  );
}
