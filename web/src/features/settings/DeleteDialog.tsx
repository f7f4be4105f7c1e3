import { DELETION_GRACE_DAYS, LIMITS } from '@leadpulse/model';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ProofFields } from '../../ui/ProofFields.js';
import { deleteOrganization, deletionWords } from './deleteOrganization.js';

interface Props {
  orgId: string;
  name: string;
  onClose: () => void;
}

/** What goes and until when it can be restored, then the proof that it is meant. */
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
      <ProofFields
        label={`Type the name of the organization: ${name}`}
        maxLength={LIMITS.orgName}
        typed={typed}
        onType={setTyped}
        password={password}
        onPassword={setPassword}
      />
    </ConfirmDialog>
  );
}
