import { effectiveSees } from '@leadpulse/model';
import type { Invite } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../../../lib/call.js';
import { ROLE_WORDS, SEES_WORDS } from '../../../lib/roleWords.js';
import { useSeat } from '../../../lib/session.js';
import { fullWhen } from '../../../lib/time.js';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.js';
import { notify } from '../../../ui/notify.js';
import styles from './Invites.module.css';
import { STANDING_WORDS, expiryWords, isAhead, sayMail, standingOf } from './inviteWords.js';

export function InviteRow({ inviteId, invite, now }: { inviteId: string; invite: Invite; now: number }) {
  const { orgId } = useSeat();
  const [isSending, setSending] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const standing = standingOf(invite, now);
  const resend = (): void => {
    setSending(true);
    import('./teamCalls.js')
      .then(({ resendInvite }) => resendInvite({ orgId, inviteId }))
      .then(({ mail }) => notify(sayMail(mail, invite.email)))
      .catch((error: unknown) => notify({ color: 'red', message: wordsOf(error) }))
      .finally(() => setSending(false));
  };
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <strong>{invite.email}</strong>
        <span>
          {ROLE_WORDS[invite.role]} · {SEES_WORDS[effectiveSees(invite)]}
        </span>
      </div>
      <p className={styles.standing}>
        <span className={styles.state} data-state={standing}>
          {STANDING_WORDS[standing]}
        </span>
        <span title={fullWhen(invite.expiresAt.toMillis())}>{expiryWords(invite, standing, now)}</span>
      </p>
      {isAhead(standing) && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="xs"
            loading={isSending}
            onClick={resend}
            aria-label={`Send again the invite to ${invite.email}`}
          >
            Send again
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => setAsking(true)}
            aria-label={`Revoke the invite to ${invite.email}`}
          >
            Revoke
          </Button>
        </div>
      )}
      {isAsking && <RevokeDialog inviteId={inviteId} email={invite.email} onClose={() => setAsking(false)} />}
    </li>
  );
}

function RevokeDialog({
  inviteId,
  email,
  onClose,
}: {
  inviteId: string;
  email: string;
  onClose: () => void;
}) {
  const { orgId } = useSeat();
  const revoke = async (): Promise<void> => {
    const { revokeInvite } = await import('./teamCalls.js');
    await revokeInvite({ orgId, inviteId });
  };
  return (
    <ConfirmDialog
      title="Revoke this invite?"
      keep="Keep invite"
      act="Revoke invite"
      isDanger
      onAct={revoke}
      onClose={onClose}
    >
      <p>
        The link that was mailed to {email} stops working at once. There is no undo, but you can invite this
        address anew.
      </p>
    </ConfirmDialog>
  );
}
