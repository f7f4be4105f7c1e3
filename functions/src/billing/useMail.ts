import type { UseNews } from '@leadpulse/model';
import { monthEnd, planOf, PLANS } from '@leadpulse/model';
import { config } from '../platform/config.js';
import { escapeHtml, plainName } from '../platform/mailText.js';
import type { SystemMail } from '../platform/systemMail.js';

interface Told {
  to: string;
  orgId: string;
  orgName: string;
  planId: string | null;
  used: number;
  news: UseNews;
}

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const amount = (count: number): string => count.toLocaleString('en-US');

/** The mail to an owner when the month's messages are nearly or all used: what happens at 100 %, and what to do. */
export function useMail({ to, orgId, orgName, planId, used, news }: Told): SystemMail {
  const { month, level, allowed } = news;
  const org = plainName(orgName);
  const endMs = monthEnd(month);
  const name = MONTH.format(endMs - 1);
  const next = DAY.format(endMs);
  const share = level === 'full' ? `all ${amount(allowed)}` : `${amount(used)} of the ${amount(allowed)}`;
  const source = planId === null ? 'the free trial' : `the ${planOf(planId)?.name ?? 'current'} plan`;
  const paragraphs = [
    `${org} has used ${share} messages that ${source} includes for ${name}.`,
    level === 'full'
      ? `Nothing more is sent until ${next} (UTC). ${KEPT}`
      : `${stopsAt(allowed, next)} ${KEPT}`,
    remedyFor(allowed, next),
  ];
  const link = `${config().siteUrl}/o/${orgId}/billing`;
  return {
    notice: 'messages-used',
    to,
    subject: `${org}: ${level === 'full' ? 'all' : '80 %'} of ${name}’s messages are used`,
    text: `${[...paragraphs, `Plan and usage:\n${link}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#16211f;margin:32px">
${paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('\n')}
<p><a href="${escapeHtml(link)}" style="background:#0f766e;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none">Plan and usage</a></p></body></html>`,
  };
}

const KEPT =
  'What your team writes, or has scheduled for the time until then, is kept in its conversation, marked as not sent ' +
  'with the reason, and can be sent again from there. What leads write still arrives, and opt-outs are still confirmed.';

function stopsAt(allowed: number, next: string): string {
  return `When all ${amount(allowed)} are used, nothing more is sent until ${next} (UTC).`;
}

function remedyFor(allowed: number, next: string): string {
  const larger = PLANS.find(({ allowances }) => allowances.messages > allowed);
  return larger
    ? `To go on without waiting, choose a larger plan: ${larger.name} includes ${amount(larger.allowances.messages)} messages a month.`
    : `There is no larger plan. Sending goes on by itself on ${next}.`;
}
