import { Link } from 'react-router';
import { OwnTabMark } from '../../ui/ExternalLink.js';
import { OWN_TAB } from '../../ui/ownTab.js';
import { Check } from '../../ui/plain/Field.js';

export function PolicyCheck({ error }: { error: string | undefined }) {
  return (
    <Check name="policy" required error={error}>
      I have read the{' '}
      <Link to="/privacy" {...OWN_TAB}>
        privacy policy
        <OwnTabMark />
      </Link>{' '}
      and agree to it.
    </Check>
  );
}

export function NewsCheck() {
  return <Check name="news">Send me product news and offers by email. I can stop either at any time.</Check>;
}
