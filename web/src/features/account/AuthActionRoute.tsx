import { Link, useSearchParams } from 'react-router';
import { AccountFrame } from './AccountFrame.js';
import { ChoosePassword } from './ChoosePassword.js';
import { ConfirmEmail } from './ConfirmEmail.js';
import { RecoverEmail } from './RecoverEmail.js';

/** Where the links in Firebase's mails lead: confirm an address, choose a password, take an address back. */
export function AuthActionRoute() {
  const [params] = useSearchParams();
  const code = params.get('oobCode');
  const mode = params.get('mode');
  if (code !== null && mode === 'verifyEmail') return <ConfirmEmail code={code} />;
  if (code !== null && mode === 'resetPassword') return <ChoosePassword code={code} />;
  if (code !== null && mode === 'recoverEmail') return <RecoverEmail code={code} />;
  return (
    <AccountFrame
      title="This link is not complete"
      lead="Open it from the mail once more, or copy the whole address."
      footer={<Link to="/sign-in">Back to sign-in</Link>}
    >
      {null}
    </AccountFrame>
  );
}
