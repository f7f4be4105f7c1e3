import { LIMITS } from '@leadpulse/model';
import { useState } from 'react';
import { useSession } from '../../lib/session.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ProofFields } from '../../ui/ProofFields.js';
import { eraseMyAccount, erasureWords } from './privacyCalls.js';

/** What goes and what stays, then the proof that it is meant. */
export function EraseAccountDialog({ onClose }: { onClose: () => void }) {
  const { person } = useSession();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const isSame = typed.trim().toLowerCase() === person.email.toLowerCase();
  return (
    <ConfirmDialog
      title="Erase your account?"
      keep="Keep account"
      act="Erase my account"
      isDanger
      isReady={isSame && password !== ''}
      onAct={() => eraseMyAccount(typed, password)}
      onClose={onClose}
      wordsFor={erasureWords}
    >
      <ul>
        <li>You are signed out at once and cannot sign in again. This cannot be undone.</li>
        <li>
          Messages and notes that you wrote stay with the organization you wrote them for. There you become “a
          former member”.
        </li>
        <li>
          An organization that only you are in is erased with you: its contacts, conversations and plan.
          Export it first if you need it.
        </li>
        <li>
          If you are the last owner of an organization with others in it, make somebody else an owner first.
        </li>
        <li>You get one last mail, with a receipt.</li>
      </ul>
      <ProofFields
        label={`Type your address: ${person.email}`}
        maxLength={LIMITS.email}
        typed={typed}
        onType={setTyped}
        password={password}
        onPassword={setPassword}
      />
    </ConfirmDialog>
  );
}
