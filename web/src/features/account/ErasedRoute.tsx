import { useLocation } from 'react-router';
import { ButtonLink } from '../../ui/plain/Buttons.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';

/** Where somebody ends up who erased their account: nobody is signed in here, and nothing is asked. */
export function ErasedRoute() {
  const receipt = /^#([\w-]{1,64})$/.exec(useLocation().hash)?.[1];
  return (
    <AccountFrame
      title="Your account is being erased"
      lead={
        <>
          You are signed out everywhere, and your seats are gone. The rest follows within minutes; the last
          mail to your address says when it is done.
          {receipt !== undefined && (
            <>
              {' '}
              Your receipt has the number <strong>{receipt}</strong>.
            </>
          )}
        </>
      }
    >
      <div className={styles.actions}>
        <ButtonLink to="/" weight="quiet">
          Go to the start page
        </ButtonLink>
      </div>
    </AccountFrame>
  );
}
