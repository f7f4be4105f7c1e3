import { GIVEN_ROLES, LIMITS } from '@leadpulse/model';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSeat } from '../../../lib/session.js';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.js';
import { notify } from '../../../ui/notify.js';
import { sayMail } from './inviteWords.js';
import { SeatFields } from './SeatFields.js';
import type { SeatChoice } from './SeatFields.js';

/** Whether it may be an address; the server has the last word. */
const isComplete = (email: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { orgId, name } = useSeat();
  const [email, setEmail] = useState('');
  const [choice, setChoice] = useState<SeatChoice>({ role: 'agent', sees: 'everything' });
  const invite = async (): Promise<void> => {
    const { inviteMember } = await import('./teamCalls.js');
    const { mail } = await inviteMember({ orgId, email: email.trim(), ...choice });
    void notify(sayMail(mail, email.trim()));
  };
  return (
    <ConfirmDialog
      title={`Invite to ${name}`}
      keep="Discard invite"
      act="Send invite"
      isReady={isComplete(email)}
      onAct={invite}
      onClose={onClose}
    >
      <TextInput
        label="Email"
        description="Only this address can accept. The link in the mail works once, for 7 days."
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={LIMITS.email}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        data-autofocus
      />
      <SeatFields roles={GIVEN_ROLES} value={choice} onChange={setChoice} />
    </ConfirmDialog>
  );
}
