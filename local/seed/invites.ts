import type { Invite } from '@leadpulse/model';
import { INVITE_DAYS } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { sha256 } from '../../functions/src/platform/audit.js';
import { DAY, HOUR } from './begin.js';

const NORA = 'demo-nora';
const MARCUS = 'demo-marcus';

/** The invites of Harbor Realty, one for each way an invite can stand. */
export function harborInvites(now: Date): Map<string, Invite> {
  const invite = inviteMadeAt(now);
  return new Map([
    [
      'invite-vera',
      invite(25 * DAY, {
        email: 'vera@harbor.test',
        role: 'viewer',
        state: 'accepted',
        acceptedBy: 'demo-vera',
      }),
    ],
    ['invite-jonas', invite(12 * DAY, { email: 'jonas@harbor.test', role: 'agent', sees: 'assigned' })],
    [
      'invite-billing',
      invite(9 * DAY, { email: 'books@ledger.test', role: 'viewer', state: 'revoked', invitedBy: MARCUS }),
    ],
    ['invite-amara', invite(2 * DAY, { email: 'amara@harbor.test', role: 'agent', invitedBy: MARCUS })],
    [
      'invite-typo',
      invite(3 * HOUR, { email: 'lena@harbor.tset', role: 'agent', sees: 'assigned', mail: 'failed' }),
    ],
  ]);
}

/** Nobody has the link to a planned invite: its token was never made. */
function inviteMadeAt(
  now: Date,
): (ago: number, told: Pick<Invite, 'email' | 'role'> & Partial<Invite>) => Invite {
  return (ago, told) => ({
    sees: 'everything',
    state: 'open',
    tokenHash: sha256(`demo ${told.email}`),
    invitedBy: NORA,
    createdAt: Timestamp.fromMillis(now.getTime() - ago),
    expiresAt: Timestamp.fromMillis(now.getTime() - ago + INVITE_DAYS * DAY),
    mail: 'sent',
    acceptedBy: null,
    ...told,
  });
}
