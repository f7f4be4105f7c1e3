import { SUPPORT_ADDRESS } from '@leadpulse/policy/contact';
import { Link } from 'react-router';
import { PublicPage, PublicSection } from '../../ui/plain/PublicPage.js';

/** Whom to ask, how, and until when there is an answer. */
export function ContactRoute() {
  return (
    <PublicPage
      title="Ask about your data"
      lead="A person reads what you write. You need no account, no form and no reason."
    >
      <PublicSection id="write" title="Write to us">
        <p>
          <a href={`mailto:${SUPPORT_ADDRESS}`}>{SUPPORT_ADDRESS}</a>
        </p>
        <p>
          Say what you want: to know what we hold about you, a copy, a correction, the erasure, no more news,
          or anything else. Write from the address it is about, or name the address, so that we can find you
          and do not tell a stranger.
        </p>
      </PublicSection>
      <PublicSection id="account" title="You have an account">
        <p>
          Most of it you do yourself, at once: <Link to="/o">open LeadPulse</Link>, then choose “Your privacy”
          from the menu behind your picture. You see what we hold, take a copy, choose your mail, erase your
          account, and make a request whose answer you can follow.
        </p>
      </PublicSection>
      <PublicSection id="clocks" title="How long it takes">
        <ul>
          <li>Within one month (GDPR, article 12), at no cost.</li>
          <li>Within 45 days if you ask under the law of California (CCPA).</li>
          <li>Mail you do not want stops at once; use the link in it, that is quickest.</li>
        </ul>
      </PublicSection>
      <PublicSection id="an-organization-wrote" title="An organization wrote to you through LeadPulse">
        <p>
          Its contacts and messages are its own, so ask that organization first. Answer STOP to a text, or say
          that you want no more mail, and LeadPulse stops sending for it at once. If nobody answers, write to
          us: we help them to, and tell you what we did.
        </p>
      </PublicSection>
      <PublicSection id="child" title="A child under 13 has an account">
        <p>
          Write to us with what you know of it. We remove what we hold about the child and send you a receipt
          of that.
        </p>
      </PublicSection>
      <PublicSection id="complain" title="If you are not satisfied">
        <p>
          You can complain to the data protection authority of where you live or work. The{' '}
          <Link to="/privacy#your-rights">policy</Link> says which rights you have.
        </p>
      </PublicSection>
    </PublicPage>
  );
}
