import { ButtonLink } from '../../ui/plain/Buttons.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';

export function AgeRefused() {
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
