import { expect } from 'chai';
import { LIMITS } from './limits.js';
import { sendGate, type GateInput } from './sendGate.js';
import type { Purpose } from './message.js';

const NOON = Date.parse('2025-07-01T16:00:00Z'); // 12:00 in New York
const NIGHT = Date.parse('2025-07-02T03:00:00Z'); // 23:00 in New York
const MORNING = Date.parse('2025-07-02T12:00:00Z'); // 8:00 there
const PHONE = '+12125550132';
const MINUTE = 60_000;

interface Changes {
  message?: Partial<GateInput['message']>;
  contact?: Partial<NonNullable<GateInput['contact']>> | null;
  status?: GateInput['org']['access']['status'];
  access?: Partial<GateInput['org']['access']>;
  monthlyUse?: GateInput['org']['monthlyUse'];
  isClosed?: boolean;
  account?: Partial<NonNullable<GateInput['account']>> | null;
  input?: Partial<GateInput>;
}

function world(changes: Changes = {}): GateInput {
  const { message, contact, status = 'active', access, monthlyUse, isClosed, account, input } = changes;
  const nowMs = input?.nowMs ?? NOON;
  return {
    message: { channel: 'sms', to: PHONE, body: 'See you at 5?', requestedAtMs: nowMs - 10_000, ...message },
    contact:
      contact === null
        ? null
        : {
            optOut: { sms: false, email: false },
            phones: [PHONE],
            emails: ['ana@example.com'],
            timeZone: null,
            lastInboundAtMs: null,
            ...contact,
          },
    org: {
      timeZone: 'America/New_York',
      access: { status, planId: null, trialEndsAt: null, ...access },
      monthlyUse,
      settings: { quietHours: { enabled: true, startMinute: 480, endMinute: 1260 } },
      isClosed,
    },
    account:
      account === null
        ? null
        : { kind: 'smtp', channel: message?.channel ?? 'sms', state: 'active', ...account },
    suppressed: false,
    recipient: null,
    nowMs,
    ...input,
  };
}

const at = (ms: number) => ({ toMillis: () => ms });
const email = { channel: 'email', to: 'ana@example.com' } as const;
const optedOut = { optOut: { sms: true, email: false } };
const asked = { optOutQuestion: { sms: { messageId: 'in_1', address: PHONE, words: 'enough', at: at(1) } } };
const answer = (changes?: Changes) => {
  const given = sendGate(world(changes));
  return [given.outcome, ...given.reasons.map(({ code }) => code)];
};

describe('the send gate', () => {
  const cases: [string, Changes, string[]][] = [
    ['lets a text through at noon', {}, ['send']],
    ['lets an email through without a subject', { message: email }, ['send']],
    [
      'lets Google Voice answer',
      { account: { kind: 'googleVoice' }, input: { voiceAddress: '1.1.k@txt.voice.google.com' } },
      ['send'],
    ],
    [
      'lets Google Voice begin nothing',
      { account: { kind: 'googleVoice' } },
      ['block', 'voice-answers-only'],
    ],
    ['stops a paused organization', { status: 'paused' }, ['block', 'org-paused']],
    [
      'stops a plan that was not paid, and asks for the payment',
      { status: 'paused', access: { planId: 'growth' } },
      ['block', 'payment-overdue'],
    ],
    ['stops a canceled organization', { status: 'canceled' }, ['block', 'org-canceled']],
    ['stops a deleted organization', { isClosed: true }, ['block', 'org-closed']],
    ['lets a trial through', { status: 'trialing', access: { trialEndsAt: at(NOON + 1) } }, ['send']],
    [
      'stops at the end of the trial',
      { status: 'trialing', access: { trialEndsAt: at(NOON) } },
      ['block', 'trial-ended'],
    ],
    [
      'leaves the end of a trial with a plan to Stripe',
      { status: 'trialing', access: { trialEndsAt: at(NOON), planId: 'growth' } },
      ['send'],
    ],
    [
      'lets an organization with a late payment through',
      { status: 'past_due', access: { graceEndsAt: at(NOON + 1) } },
      ['send'],
    ],
    [
      'stops at the end of the grace',
      { status: 'past_due', access: { graceEndsAt: at(NOON) } },
      ['block', 'payment-overdue'],
    ],
    [
      'stops when the month’s messages are used up',
      { monthlyUse: { month: '2025-07', messages: 'full', contacts: 'within' } },
      ['block', 'allowance-used-up'],
    ],
    [
      'begins anew with the month',
      { monthlyUse: { month: '2025-06', messages: 'full', contacts: 'full' } },
      ['send'],
    ],
    [
      'only tells when the month’s messages are nearly used up',
      { monthlyUse: { month: '2025-07', messages: 'near', contacts: 'full' } },
      ['send'],
    ],
    ['stops without an account', { account: null }, ['block', 'account-missing']],
    [
      'stops at a disconnected account',
      { account: { state: 'disconnected' } },
      ['block', 'account-not-connected'],
    ],
    ['stops at an account in error', { account: { state: 'error' } }, ['block', 'account-not-connected']],
    ['stops at the wrong channel', { account: { channel: 'email' } }, ['block', 'account-wrong-channel']],
    ['stops when the contact is gone', { contact: null }, ['block', 'contact-gone']],
    ['stops at a number the contact lacks', { contact: { phones: [] } }, ['block', 'address-not-of-contact']],
    [
      'stops at a number given as an email address',
      { message: { ...email, to: PHONE } },
      ['block', 'address-not-of-contact'],
    ],
    ['stops at an opt-out', { contact: optedOut }, ['block', 'opted-out']],
    ['stops at a suppressed address', { input: { suppressed: true } }, ['block', 'opted-out']],
    ['stops while nobody has said what they meant', { contact: asked }, ['block', 'opt-out-unclear']],
    ['lets an email through while a text is in question', { contact: asked, message: email }, ['send']],
    [
      'names the opt-out and not the question',
      { contact: { ...asked, ...optedOut } },
      ['block', 'opted-out'],
    ],
    ['lets an email through to somebody opted out of texts', { contact: optedOut, message: email }, ['send']],
    ['stops an empty body', { message: { body: ' \n ' } }, ['block', 'body-empty']],
    ['lets the longest text through', { message: { body: 'a'.repeat(LIMITS.smsBody) } }, ['send']],
    [
      'stops a longer text',
      { message: { body: 'a'.repeat(LIMITS.smsBody + 1) } },
      ['block', 'body-too-long'],
    ],
    [
      'lets the longest email through',
      { message: { ...email, body: 'a'.repeat(LIMITS.emailBody) } },
      ['send'],
    ],
    [
      'stops a longer email',
      { message: { ...email, body: 'a'.repeat(LIMITS.emailBody + 1) } },
      ['block', 'body-too-long'],
    ],
    [
      'stops a long subject',
      { message: { ...email, subject: 'a'.repeat(201) } },
      ['block', 'subject-invalid'],
    ],
    [
      'stops a subject of two lines',
      { message: { ...email, subject: 'a\nBcc: b' } },
      ['block', 'subject-invalid'],
    ],
    [
      'collects every reason',
      { status: 'paused', account: null, contact: null, message: { body: '' } },
      ['block', 'org-paused', 'account-missing', 'contact-gone', 'body-empty'],
    ],
    [
      'names a block and not the hour',
      { input: { nowMs: NIGHT }, contact: optedOut },
      ['block', 'opted-out'],
    ],
  ];
  for (const [title, changes, expected] of cases) {
    it(title, () => expect(answer(changes)).to.deep.equal(expected));
  }

  for (const body of [
    'Hi {{first_name}}',
    'Hi {{ First Name }}',
    'Hi [[name]]',
    'Hi {first_name},',
    '{{}}',
  ]) {
    it(`stops the unfilled placeholder of ${body}`, () =>
      expect(answer({ message: { body } })).to.deep.equal(['block', 'placeholder-unfilled']));
  }
  for (const body of ['Hi {Ana}', 'f(x) = {x}', 'see [1] and [2]', ':-} {', '{ok}']) {
    it(`lets the braces of ${body} through`, () =>
      expect(answer({ message: { body } })).to.deep.equal(['send']));
  }
  it('stops an unfilled placeholder in the subject', () => {
    const subject = 'Hello {{first_name}}';
    expect(answer({ message: { ...email, subject } })).to.deep.equal(['block', 'placeholder-unfilled']);
  });

  it('never repeats the content of a message in a reason', () => {
    const message = { body: `{{secret}} ${'x'.repeat(2_000)}`, to: '+19995550100' };
    const { reasons } = sendGate(world({ message, contact: optedOut }));
    expect(JSON.stringify(reasons)).to.not.match(/secret|xx|9995550100/u);
    expect(reasons.every(({ code, text }) => /^[a-z-]+$/u.test(code) && text.endsWith('.'))).to.equal(true);
  });
});

describe('the send gate after an opt-out', () => {
  const purposes: [Purpose, string[]][] = [
    ['conversation', ['block', 'opted-out']],
    ['opt-out-confirmation', ['send']],
    ['opt-in-confirmation', ['block', 'opted-out']],
    ['help', ['send']],
  ];
  for (const [purpose, expected] of purposes) {
    it(`answers a message of purpose ${purpose} with ${expected[0]}`, () =>
      expect(answer({ contact: optedOut, input: { suppressed: true }, message: { purpose } })).to.deep.equal(
        expected,
      ));
  }

  for (const [purpose, expected] of [
    ['opt-in-confirmation', 'block'],
    ['help', 'send'],
  ] as const) {
    it(`answers ${purpose} with ${expected} while it is unclear whether they opted out`, () =>
      expect(answer({ contact: asked, message: { purpose } })[0]).to.equal(expected));
  }

  const confirmation = (ageMs: number) =>
    answer({ contact: optedOut, message: { purpose: 'opt-out-confirmation', requestedAtMs: NOON - ageMs } });
  it('confirms it within five minutes and never later', () => {
    expect(confirmation(5 * MINUTE)).to.deep.equal(['send']);
    expect(confirmation(5 * MINUTE + 1)).to.deep.equal(['block', 'confirmation-too-late']);
  });

  for (const status of ['paused', 'canceled'] as const) {
    it(`confirms it for a ${status} organization too`, () => {
      const message = { purpose: 'opt-out-confirmation' } as const;
      expect(answer({ status, contact: optedOut, message })).to.deep.equal(['send']);
    });
  }
});

describe('the send gate at night', () => {
  const night = { input: { nowMs: NIGHT } };
  const later = ['later', 'quiet-hours'];

  it('puts a text off to the morning where the lead is', () => {
    const given = sendGate(world(night));
    expect(given).to.deep.include({ outcome: 'later', atMs: MORNING });
    expect(given.reasons[0]?.text).to.include('8:00').and.to.include('America/New_York');
  });

  it('takes the contact’s zone first, then the number’s, then the organization’s', () => {
    const west = 'America/Los_Angeles'; // 20:00 there
    const inWest = { place: null, zones: [west], law: null };
    expect(answer({ contact: { timeZone: west }, input: { nowMs: NIGHT } })).to.deep.equal(['send']);
    expect(answer({ input: { nowMs: NIGHT, recipient: inWest } })).to.deep.equal(['send']);
    expect(
      answer({ contact: { timeZone: 'America/New_York' }, input: { nowMs: NIGHT, recipient: inWest } }),
    ).to.deep.equal(later);
    expect(answer({ contact: { timeZone: 'Nowhere/Else' }, input: { nowMs: NIGHT } })).to.deep.equal(later);
  });

  it('lets an email and a sandbox text through', () => {
    expect(answer({ ...night, message: email })).to.deep.equal(['send']);
    expect(answer({ ...night, account: { kind: 'sandbox' } })).to.deep.equal(['send']);
  });

  it('lets an answer within the hour through', () => {
    expect(answer({ ...night, contact: { lastInboundAtMs: NIGHT - 60 * MINUTE } })).to.deep.equal(['send']);
    expect(answer({ ...night, contact: { lastInboundAtMs: NIGHT - 60 * MINUTE - 1 } })).to.deep.equal(later);
  });

  it('lets a confirmation and help through', () => {
    for (const purpose of ['opt-out-confirmation', 'opt-in-confirmation', 'help'] as const) {
      expect(answer({ ...night, message: { purpose } })).to.deep.equal(['send']);
    }
  });
});
