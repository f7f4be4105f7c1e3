import type { Invite } from '@leadpulse/model';
import { config } from '../platform/config.js';
import { escapeHtml, plainName } from '../platform/mailText.js';
import type { SystemMail } from '../platform/systemMail.js';

interface Told {
  invite: Pick<Invite, 'email' | 'role' | 'expiresAt'>;
  orgName: string;
  timeZone: string;
  inviterName: string;
  link: string;
}

/** Where an invite is accepted. The token stands behind the `#`: no server sees it, so none can log it. */
export function inviteLink(orgId: string, inviteId: string, token: string): string {
  return `${config().siteUrl}/invite/${orgId}/${inviteId}#${token}`;
}

const A_ROLE = { admin: 'an admin', agent: 'an agent', viewer: 'a viewer' } as const;

/** The mail of an invite: the same words whether or not the address has an account. */
export function inviteMail({ invite, orgName, timeZone, inviterName, link }: Told): SystemMail {
  const org = plainName(orgName);
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone });
  const why = `${plainName(inviterName)} invites you to join ${org} on LeadPulse as ${A_ROLE[invite.role]}.`;
  const how =
    `The link works once, until ${day.format(invite.expiresAt.toMillis())}, ` +
    `and only for ${invite.email}: sign in or sign up with this address.`;
  const ignore = 'If you do not know who this is from, you can ignore this mail; nothing changes.';
  return {
    notice: 'invite',
    to: invite.email,
    subject: `Join ${org} on LeadPulse`,
    text: `${why}\n\nAccept the invitation:\n${link}\n\n${how}\n\n${ignore}\n`,
    html: `<!doctype html><html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#16211f;margin:32px">
<p>${escapeHtml(why)}</p>
<p><a href="${escapeHtml(link)}" style="background:#0f766e;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none">Accept the invitation</a></p>
<p>${escapeHtml(how)}</p>
<p style="color:#5b6b68;font-size:14px">${escapeHtml(ignore)}</p></body></html>`,
  };
}
