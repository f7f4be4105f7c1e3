import type { SendingAccess } from './access.js';
import { maySend } from './access.js';
import type { AccountKind, Account, Channel } from './account.js';
import type { MonthlyUse } from './allowance.js';
import { isUsedUp } from './allowance.js';
import type { Contact } from './contact.js';
import { LIMITS } from './limits.js';
import type { Purpose, Reason } from './message.js';
import type { OrgSettings } from './org.js';
import type { RecipientHours } from './callingHours.js';
import { quietAnswer } from './quietAnswer.js';
import { isTimeZone } from './quietHours.js';
import { VOICE_ANSWERS_ONLY } from './voiceReply.js';

export interface GateInput {
  message: {
    channel: Channel;
    to: string;
    subject?: string | undefined;
    body: string;
    purpose?: Purpose | undefined;
    requestedAtMs: number; // a confirmation is requested the moment the revocation is read
  };
  contact:
    | (Pick<Contact, 'optOut' | 'optOutQuestion' | 'phones' | 'emails' | 'timeZone'> & {
        lastInboundAtMs: number | null;
      })
    | null;
  org: {
    timeZone: string;
    access: SendingAccess;
    monthlyUse?: MonthlyUse | null | undefined; // what of the month's messages is left, as counted last
    settings: Pick<OrgSettings, 'quietHours'>;
    isClosed?: boolean | undefined; // deleted, and not restored
  };
  account: { kind: AccountKind; channel: Channel; state: Account['state'] } | null;
  suppressed: boolean; // the keyed hash of `to` is on the suppression list
  voiceAddress?: string | null | undefined; // of Google Voice: where an answer to `to` goes, `voiceAddressOf`
  recipient: RecipientHours | null; // told from the number (`callingHours.ts`); null: it is not known, or no text
  nowMs: number;
}

export type GateAnswer =
  | { outcome: 'send'; reasons: Reason[] }
  | { outcome: 'later'; atMs: number; reasons: Reason[] }
  | { outcome: 'block'; reasons: Reason[] };

/** 47 CFR 64.1200(a)(12): one text confirming an opt-out, within five minutes of it. */
export const CONFIRMATION_MS = 5 * 60_000;
/** Who writes to us at night is awake: an answer within the hour is a conversation, not a solicitation. */
const CONVERSATION_MS = 60 * 60_000;

type Check = (input: GateInput) => Reason | null;

const reason = (code: string, text: string): Reason => ({ code, text });
const purposeOf = (input: GateInput): Purpose => input.message.purpose ?? 'conversation';

/** Answers that the law or the carriers ask for; a person did not compose them. */
const isDuty = (input: GateInput) => ['opt-out-confirmation', 'help'].includes(purposeOf(input));

const OVERDUE = reason(
  'payment-overdue',
  'A payment has failed and its seven days are over. Pay the open invoice to send again.',
);
const NO_PLAN = reason(
  'org-paused',
  'Sending is paused because there is no paid plan. Choose a plan to send again.',
);

const organizationActive: Check = (input) => {
  const { access, isClosed } = input.org;
  if (isDuty(input)) return null;
  if (isClosed) {
    return reason('org-closed', 'The organization was deleted, so nothing is sent. An owner can restore it.');
  }
  if (maySend(access, input.nowMs)) return null;
  switch (access.status) {
    case 'canceled':
      return reason(
        'org-canceled',
        'The subscription has ended, so nothing is sent. Choose a plan to send again.',
      );
    case 'trialing':
      return reason(
        'trial-ended',
        'The free trial is over by then, and there is no plan. Choose one to send.',
      );
    case 'past_due':
      return OVERDUE;
    default: // paused: with a plan, it is the plan's payment that is missing
      return access.planId === null ? NO_PLAN : OVERDUE;
  }
};

const withinAllowance: Check = (input) =>
  !isDuty(input) && isUsedUp(input.org.monthlyUse, input.nowMs)
    ? reason(
        'allowance-used-up',
        'The plan’s messages of this month are used up. Choose a larger plan, or wait for the first of next month.',
      )
    : null;

const accountReady: Check = ({ account, message, voiceAddress }) => {
  if (!account) {
    return reason(
      'account-missing',
      'The account this was sent from no longer exists. Choose another account.',
    );
  }
  if (account.state === 'paused') {
    return reason(
      'account-paused',
      'The sending account is paused. Resume it under Accounts, or choose another.',
    );
  }
  if (account.state !== 'active') {
    return reason(
      'account-not-connected',
      'The sending account is not connected. Connect it again or choose another.',
    );
  }
  if (account.channel !== message.channel) {
    return reason(
      'account-wrong-channel',
      `The sending account cannot send ${message.channel === 'sms' ? 'texts' : 'emails'}. Choose another account.`,
    );
  }
  return account.kind === 'googleVoice' && !voiceAddress ? VOICE_ANSWERS_ONLY : null;
};

const contactKnown: Check = ({ contact }) =>
  contact ? null : reason('contact-gone', 'The contact was deleted, so there is nobody to send to.');

const addressOfContact: Check = ({ contact, message }) => {
  if (!contact) return null;
  const [addresses, noun] =
    message.channel === 'sms' ? [contact.phones, 'number'] : [contact.emails, 'email address'];
  return addresses.includes(message.to)
    ? null
    : reason('address-not-of-contact', `The contact no longer has this ${noun}. Choose one it has.`);
};

const notOptedOut: Check = (input) => {
  const { contact, message, suppressed, nowMs } = input;
  if (purposeOf(input) === 'help') return null;
  if (purposeOf(input) === 'opt-out-confirmation') {
    return nowMs - message.requestedAtMs <= CONFIRMATION_MS
      ? null
      : reason(
          'confirmation-too-late',
          'An opt-out may be confirmed only within five minutes, so this was not sent.',
        );
  }
  if (!suppressed && !contact?.optOut[message.channel]) return null;
  return message.channel === 'sms'
    ? reason('opted-out', 'They asked not to be texted. They can text START to hear from you again.')
    : reason('opted-out', 'They asked not to be emailed. They can reply START to hear from you again.');
};

/** They may have asked us to stop: until a member has said whether they did, only what the law lets through goes out. */
const noQuestionOpen: Check = (input) => {
  const { contact, message } = input;
  if (isDuty(input) || contact?.optOut[message.channel]) return null;
  if (contact?.optOutQuestion?.[message.channel] === undefined) return null;
  return reason(
    'opt-out-unclear',
    'They may have asked us to stop. Say in the conversation whether it is an opt-out; until then nothing is sent to them this way.',
  );
};

const bodyPresent: Check = ({ message }) =>
  message.body.trim() === '' ? reason('body-empty', 'The message is empty. Write something to send.') : null;

const bodyFits: Check = ({ message }) => {
  const limit = message.channel === 'sms' ? LIMITS.smsBody : LIMITS.emailBody;
  const over = message.body.length - limit;
  return over > 0
    ? reason('body-too-long', `The message is ${over} characters too long. The most is ${limit}.`)
    : null;
};

const subjectFits: Check = ({ message }) =>
  (message.subject ?? '').length > LIMITS.subject || /[\r\n]/u.test(message.subject ?? '')
    ? reason(
        'subject-invalid',
        `The subject must be one line of at most ${LIMITS.subject} characters. Shorten it.`,
      )
    : null;

/**
 * What templates leave behind when nobody filled them in: `{{anything}}`, `[[anything]]`, and `{snake_case}`. A single
 * pair of braces around other text is left alone: people do write those.
 */
const PLACEHOLDER = /\{\{[^{}]{0,80}\}\}|\[\[[^[\]]{0,80}\]\]|\{[a-z][a-z0-9]*(?:_[a-z0-9]+)+\}/iu;

const placeholdersFilled: Check = ({ message }) =>
  PLACEHOLDER.test(`${message.subject ?? ''}\n${message.body}`)
    ? reason('placeholder-unfilled', 'A placeholder in braces was not filled in. Replace it with text.')
    : null;

const CHECKS: Check[] = [
  organizationActive,
  withinAllowance,
  accountReady,
  contactKnown,
  addressOfContact,
  notOptedOut,
  noQuestionOpen,
  bodyPresent,
  bodyFits,
  subjectFits,
  placeholdersFilled,
];

function isConversation({ contact, nowMs }: GateInput): boolean {
  const lastInboundAtMs = contact?.lastInboundAtMs ?? -Infinity;
  return nowMs - lastInboundAtMs <= CONVERSATION_MS;
}

/** Where they are: the zone that somebody set for them, else their number's, of which there may be two. */
function zonesOf({ contact, recipient, org }: GateInput): string[] {
  const known = [contact?.timeZone ? [contact.timeZone] : [], recipient?.zones ?? [], [org.timeZone]];
  const told = known.map((zones) => zones.filter((zone) => isTimeZone(zone)));
  return told.find((zones) => zones.length > 0) ?? ['UTC'];
}

function quietHoursAnswer(input: GateInput): GateAnswer | null {
  const isExempt =
    input.message.channel !== 'sms' ||
    input.account?.kind === 'sandbox' || // nobody is woken
    purposeOf(input) !== 'conversation' ||
    isConversation(input);
  if (isExempt) return null;
  const { quietHours } = input.org.settings;
  const quiet = quietAnswer({ quietHours, recipient: input.recipient, zones: zonesOf(input) }, input.nowMs);
  return quiet && { outcome: 'later', atMs: quiet.atMs, reasons: [reason('quiet-hours', quiet.text)] };
}

/**
 * Whether a message may go out now, later, or not. Asked when it is requested and again in the transaction that takes
 * the lease; the composer asks the same to warn. A one-to-one email needs no subject and no postal address: CAN-SPAM
 * asks that of commercial bulk mail.
 */
export function sendGate(input: GateInput): GateAnswer {
  const reasons = CHECKS.flatMap((check) => check(input) ?? []);
  if (reasons.length > 0) return { outcome: 'block', reasons };
  return quietHoursAnswer(input) ?? { outcome: 'send', reasons: [] };
}
