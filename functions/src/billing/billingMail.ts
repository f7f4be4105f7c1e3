import type { AccountNotice, Billing, BillingNotice } from '@leadpulse/model';
import { planOf } from '@leadpulse/model';
import { config } from '../platform/config.js';
import { escapeHtml, plainName } from '../platform/mailText.js';
import type { SystemMail } from '../platform/systemMail.js';

interface Told {
  to: string;
  orgId: string;
  orgName: string;
  timeZone: string;
  page: Billing;
}

interface Words {
  subject: string;
  what: string;
  next: string;
  button: string;
}

/** An account mail about billing: what happens, when, and what to do. Nobody can turn these off; there are four. */
export function billingMail(kind: BillingNotice, told: Told): SystemMail {
  const { subject, what, next, button } = WORDS[kind](told);
  const link = `${config().siteUrl}/o/${told.orgId}/billing`;
  const why = `You get this account notice because you are an owner of ${plainName(told.orgName)} on LeadPulse.`;
  return {
    notice: NOTICES[kind],
    to: told.to,
    subject,
    text: `${what}\n\n${next}\n\n${button}:\n${link}\n\n${why}\n`,
    html: `<!doctype html><html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#16211f;margin:32px">
<p>${escapeHtml(what)}</p>
<p>${escapeHtml(next)}</p>
<p><a href="${escapeHtml(link)}" style="background:#0f766e;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none">${escapeHtml(button)}</a></p>
<p style="color:#5b6b68;font-size:14px">${escapeHtml(why)}</p></body></html>`,
  };
}

const NOTICES: Record<BillingNotice, AccountNotice> = {
  'trial-3-days': 'trial-ends',
  'trial-1-day': 'trial-ends',
  paused: 'sending-paused',
  'payment-failed': 'payment-failed',
};

const STAYS = 'Reading, messages that come in, opt-outs, and your data all go on as before.';

const WORDS: Record<BillingNotice, (told: Told) => Words> = {
  'trial-3-days': (told) => trialEnds(told, 'in three days'),
  'trial-1-day': (told) => trialEnds(told, 'tomorrow'),
  paused: pausedWords,
  'payment-failed': (told) => ({
    subject: `A payment for ${plainName(told.orgName)} failed`,
    what: `The payment for ${plainName(told.orgName)} did not go through. It is tried again in the next days.`,
    next: graceWords(told),
    button: 'Look at the invoice',
  }),
};

/** With a plan, it is the plan's payment that is missing: another one cannot be chosen. */
function pausedWords({ orgName, page }: Told): Words {
  const org = plainName(orgName);
  const plan = planOf(page.access.planId);
  const subject = `Sending is paused for ${org}`;
  return plan
    ? {
        subject,
        what: `The payment for the ${plan.name} plan of ${org} is overdue, so no messages go out. ${STAYS}`,
        next: 'Pay the open invoice and sending is back at once.',
        button: 'Look at the invoice',
      }
    : {
        subject,
        what: `${org} has no paid plan now, so no messages go out. ${STAYS}`,
        next: 'Choose a plan and sending is back at once.',
        button: 'Choose a plan',
      };
}

function trialEnds(told: Told, when: string): Words {
  const { orgName, page } = told;
  const plan = planOf(page.access.planId);
  const day = dayOf(page.access.trialEndsAtMs, told);
  const what = `The free trial of ${plainName(orgName)} ends ${when}, on ${day}.`;
  const subject = `Your LeadPulse trial ends ${when}`;
  return plan
    ? {
        subject,
        what,
        next: `Then ${plan.name} begins, for $${(plan.monthlyCents / 100).toFixed(2)} a month. There is nothing to do; to stop it, cancel before that day.`,
        button: 'Look at your plan',
      }
    : {
        subject,
        what,
        next: `Without a plan, sending is paused from then on. ${STAYS}`,
        button: 'Choose a plan',
      };
}

function graceWords(told: Told): string {
  const { graceEndsAtMs } = told.page.access;
  if (graceEndsAtMs === null) return 'Pay the open invoice or change the card, and nothing stops.';
  return `Pay the open invoice or change the card by ${dayOf(graceEndsAtMs, told)}, and nothing stops. After that day no messages go out until it is paid. ${STAYS}`;
}

function dayOf(ms: number | null, { timeZone }: Told): string {
  return ms === null
    ? 'that day'
    : new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(ms);
}
