import { SUPPORT_ADDRESS } from '@leadpulse/policy/contact';
import { Link, useLocation } from 'react-router';
import { NoticeList } from '../../ui/NoticeList.js';
import { PlainButton } from '../../ui/plain/Buttons.js';
import { PublicPage, PublicSection } from '../../ui/plain/PublicPage.js';
import { LoadingState } from '../../ui/states.js';
import type { Trouble } from './askChoices.js';
import { ChoiceList } from './ChoiceList.js';
import styles from './MailPreferences.module.css';
import { useChoices } from './useChoices.js';

const WRITE = (
  <>
    write to <a href={`mailto:${SUPPORT_ADDRESS}`}>{SUPPORT_ADDRESS}</a>
  </>
);

/** Where the link of a mail leads: the choices that it may change, without a sign-in. Opening it changes nothing. */
export function MailPreferencesRoute() {
  const token = useLocation().hash.slice(1);
  return (
    <PublicPage
      title="Mail preferences"
      lead="Which mail LeadPulse sends you. A change holds at once; no sign-in is needed."
    >
      <PublicSection id="choices" title="News, as you choose">
        <OwnChoices token={token} />
      </PublicSection>
      <PublicSection id="notices" title="Account notices">
        <p>These belong to your account and always come, when there is a reason:</p>
        <NoticeList />
      </PublicSection>
    </PublicPage>
  );
}

function OwnChoices({ token }: { token: string }) {
  const { state, choose, retry } = useChoices(token);
  if (state.status === 'loading') return <LoadingState label="Reading your choices" />;
  if (state.status === 'gone') {
    return (
      <p className={styles.told} role="status">
        The account that this link belongs to no longer exists. Nothing is sent to it any more; there is
        nothing left to switch off.
      </p>
    );
  }
  if (state.status === 'refused') return <Refused trouble={state.trouble} retry={retry} />;
  return <ChoiceList {...state} choose={choose} />;
}

function Refused({ trouble, retry }: { trouble: Trouble; retry: () => void }) {
  if (trouble === 'link-invalid') {
    return (
      <div className={styles.refused} role="alert">
        <p>
          <strong>This link does not work.</strong> Part of it may be missing. Nothing was changed.
        </p>
        <p>
          Open the link at the foot of one of our mails once more, <Link to="/sign-in">sign in</Link> and look
          under Privacy, or {WRITE}: we switch it off for you.
        </p>
      </div>
    );
  }
  return (
    <div className={styles.refused} role="alert">
      <p>Your choices could not be read. Check your connection, then try again, or {WRITE}.</p>
      <PlainButton onClick={retry}>Try again</PlainButton>
    </div>
  );
}
