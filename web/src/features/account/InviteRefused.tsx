import type { Person } from '../../lib/authState.js';
import { ButtonLink, PlainButton } from '../../ui/plain/Buttons.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import type { InviteRefusal } from './inviteSteps.js';

const WORDS: Record<InviteRefusal, { title: string; lead: string }> = {
  'invite-not-found': {
    title: 'This invite is not valid',
    lead: 'A newer one may have been sent, then only the newest works. Open the latest mail, or ask whoever invited you to send it again.',
  },
  'invite-expired': {
    title: 'This invite has expired',
    lead: 'An invite is good for 7 days. Ask whoever invited you to send it again.',
  },
  'invite-revoked': {
    title: 'This invite was taken back',
    lead: 'It no longer works. Ask whoever invited you if you think that is a mistake.',
  },
  'invite-used': {
    title: 'This invite was used already',
    lead: 'An invite works once. If it was you, your seat is there: open LeadPulse with the account you used then.',
  },
  'invite-other-address': {
    title: 'This invite is for another address',
    lead: 'Only the person it was sent to can accept it.',
  },
  'already-a-member': {
    title: 'You have a seat there already',
    lead: 'Nothing was changed.',
  },
};

/** Why the invite gives no seat, and what to do about it. */
export function InviteRefused({
  reason,
  person,
  onUseAnother,
}: {
  reason: InviteRefusal;
  person: Person;
  onUseAnother: () => void;
}) {
  const { title, lead } = WORDS[reason];
  const isOtherAddress = reason === 'invite-other-address';
  return (
    <AccountFrame title={title} lead={lead}>
      <p className={styles.lead}>You are signed in as {person.email}.</p>
      <div className={styles.actions}>
        {isOtherAddress && <PlainButton onClick={onUseAnother}>Use another account</PlainButton>}
        <ButtonLink to="/o" weight={isOtherAddress ? 'quiet' : 'primary'}>
          Open LeadPulse
        </ButtonLink>
      </div>
    </AccountFrame>
  );
}
