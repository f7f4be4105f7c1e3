import { LIMITS } from '@leadpulse/model';
import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../lib/session.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { eraseMyAccount, erasureWords } from './privacyCalls.js';

/** The address typed and the password once more: nobody erases an account by a slip, or on a screen left open. */
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
      <TextInput
        label={`Type your address: ${person.email}`}
        autoComplete="off"
        maxLength={LIMITS.email}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <PasswordInput
        label="Your password"
        description="So that nobody else does this on a screen you left open."
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show characters' }}
      />
    </ConfirmDialog>
  );
}
