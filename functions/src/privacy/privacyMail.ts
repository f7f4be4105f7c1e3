import type { PrivacyKind } from '@leadpulse/model';
import { SUPPORT_ADDRESS } from '@leadpulse/policy/contact';
import { config } from '../platform/config.js';
import { escapeHtml } from '../platform/mailText.js';
import type { SystemMail } from '../platform/systemMail.js';

/** The last mail to somebody who erased their account; afterwards the address is nowhere any more. */
export function erasureMail(to: string, receipt: string): SystemMail {
  const lines = [
    'Your LeadPulse account is erased.',
    'Your name, your address, your seats, your sign-in and your choices are gone. What you wrote to leads belongs to the organization you wrote for; it stays there without your name.',
    `Your receipt has the number ${receipt}. It holds what was done and when, and nothing about you.`,
    `If you did not ask for this, write to ${SUPPORT_ADDRESS} and name the receipt.`,
  ];
  return letter({ notice: 'account-erased', to, subject: 'Your LeadPulse account is erased' }, lines);
}

interface Reminder {
  requestId: string;
  kind: PrivacyKind;
  dueAtMs: number;
  orgId: string | null; // null: it was asked of us
}

/** What is asked, by whom and why stays in the request: a mail is read by more eyes than the desk. */
export function reminderMail(to: string, { requestId, kind, dueAtMs, orgId }: Reminder): SystemMail {
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(dueAtMs);
  const where =
    orgId === null
      ? 'npm run privacy:desk -- list shows it.'
      : `It is under Your privacy, Requests of leads: ${config().siteUrl}/o/${orgId}/privacy`;
  const what = `Request ${requestId} (${kind}) has to be answered until ${day}, and is still open.`;
  return letter({ notice: 'request-due', to, subject: `A privacy request is due on ${day}` }, [what, where]);
}

function letter(about: Pick<SystemMail, 'notice' | 'to' | 'subject'>, lines: readonly string[]): SystemMail {
  return {
    ...about,
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#16211f;margin:32px">
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}</body></html>`,
  };
}
