import { inviteStateAt } from '@leadpulse/model';
import type { Invite } from '@leadpulse/model';
import { shortWhen } from '../../../lib/time.js';

type Standing = ReturnType<typeof inviteStateAt> | 'unmailed';

/** How an invite stands; an open one whose mail did not go out needs somebody to send it again. */
export function standingOf(invite: Invite, now: number): Standing {
  const state = inviteStateAt(invite, now);
  return state === 'open' && invite.mail === 'failed' ? 'unmailed' : state;
}

export const STANDING_WORDS: Record<Standing, string> = {
  open: 'Waiting',
  unmailed: 'Mail not sent',
  expired: 'Expired',
  accepted: 'Accepted',
  revoked: 'Revoked',
};

/** Whether there is something to do about it yet. */
export function isAhead(standing: Standing): boolean {
  return standing === 'open' || standing === 'unmailed' || standing === 'expired';
}

/** Until when it can be accepted, or since when it cannot. */
export function expiryWords(
  { expiresAt }: Pick<Invite, 'expiresAt'>,
  standing: Standing,
  now: number,
): string {
  const at = expiresAt.toMillis();
  if (standing === 'expired') return `Expired ${shortWhen(at, now)}`;
  return isAhead(standing) ? `Good until ${shortWhen(at, now)}` : '';
}

/** What to say after a mail was asked for. */
export function sayMail(mail: 'sent' | 'failed', email: string): { message: string; color?: string } {
  if (mail === 'sent') return { message: `An invite is on its way to ${email}.` };
  return {
    color: 'red',
    message: `The invite is made, but its mail to ${email} did not go out. Send it again in a few minutes.`,
  };
}
