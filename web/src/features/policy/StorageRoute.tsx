import type { Place, StoredThing } from '@leadpulse/policy/storage';
import { STORED } from '@leadpulse/policy/storage';
import { Link } from 'react-router';
import type { BrowserNo } from '../../lib/telemetry/whyOff.js';
import { browserNo } from '../../lib/telemetry/whyOff.js';
import { PublicPage, PublicSection } from '../../ui/plain/PublicPage.js';
import styles from './Storage.module.css';

const PLACES: Record<Place, string> = {
  cookie: 'Cookie',
  localStorage: 'Local storage',
  sessionStorage: 'Session storage, of this tab',
  indexedDB: 'IndexedDB',
};

const SIGNALS: Record<BrowserNo | 'none', string> = {
  none: 'Your browser sends neither Global Privacy Control nor Do Not Track. If it did, that would be your no, and we would not ask.',
  'global-privacy-control': 'Your browser sends Global Privacy Control. That is your no, and we do not ask.',
  'do-not-track': 'Your browser sends Do Not Track. That is your no, and we do not ask.',
};

const NEEDED = STORED.filter(({ isNeeded }) => isNeeded);
const OPTIONAL = STORED.filter(({ isNeeded }) => !isNeeded);

/** Everything that LeadPulse keeps in a browser, from the list that its code is held to. */
export function StorageRoute() {
  return (
    <PublicPage
      title="Cookies and storage"
      lead="LeadPulse sets no cookies. This is everything it keeps in your browser instead; nobody else reads any of it."
    >
      <PublicSection id="needed" title="Always, because it is needed">
        <p>For what you asked for: to stay signed in, and to find things as you left them.</p>
        <Things things={NEEDED} />
      </PublicSection>
      <PublicSection id="optional" title="Only if you allow it">
        <p>
          Without your yes it is neither written nor read. LeadPulse works the same without; when you take
          your yes back, it is removed.
        </p>
        <Things things={OPTIONAL} />
      </PublicSection>
      <PublicSection id="choice" title="Your choice">
        <p>{SIGNALS[browserNo(navigator) ?? 'none']}</p>
        <p>
          When you are signed in, LeadPulse asks once, with two answers that are alike. You find your answer
          under “Your privacy” in the menu of your account, and change it there at any time. Before you sign
          in there is nothing to allow: these pages keep only what is needed.
        </p>
      </PublicSection>
      <PublicSection id="others" title="Other sites">
        <p>
          No page of LeadPulse loads anything from another company, except from Google’s Firebase, on which it
          runs. Whoever pays does so on pages of Stripe, which keeps cookies of its own there; the{' '}
          <Link to="/privacy">policy</Link> says what Stripe gets.
        </p>
      </PublicSection>
    </PublicPage>
  );
}

function Things({ things }: { things: readonly StoredThing[] }) {
  return (
    <ul className={styles.things}>
      {things.map(({ key, place, by, purpose, life }) => (
        <li key={`${place} ${key}`}>
          <code>{key}</code>
          <dl>
            <dt>What for</dt>
            <dd>{purpose}</dd>
            <dt>How long</dt>
            <dd>{life}</dd>
            <dt>Where</dt>
            <dd>
              {PLACES[place]}, written by {by === 'Firebase' ? 'Firebase’s sign-in' : by}
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
