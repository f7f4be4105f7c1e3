import { DELETION_GRACE_DAYS, LIMITS } from '@leadpulse/model';
import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { deleteOrganization, deletionWords } from './deleteOrganization.js';

interface Props {
  orgId: string;
  name: string;
  onClose: () => void;
}

/** The name typed exactly and the password once more: nobody deletes an organization by a slip, or on a screen left open. */
export function DeleteDialog({ orgId, name, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      keep="Keep organization"
      act="Delete organization"
      isDanger
      isReady={typed === name && password !== ''}
      onAct={() => deleteOrganization({ orgId, confirmName: typed }, password)}
      onClose={onClose}
      wordsFor={deletionWords}
    >
      <ul>
        <li>Nobody can open it from this moment, you included.</li>
        <li>Messages that wait are not sent, and open invites stop working.</li>
        <li>
          Any owner can restore it for {DELETION_GRACE_DAYS} days. After that its contacts, conversations and
          team are erased for good.
        </li>
      </ul>
      <TextInput
        label={`Type the name of the organization: ${name}`}
        autoComplete="off"
        maxLength={LIMITS.orgName}
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
