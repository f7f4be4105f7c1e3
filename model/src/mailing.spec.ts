import { expect } from 'chai';
import { planNews, planPolicyNotice, planRun } from './mailing.js';
import type { Preferences, UserConsent } from './user.js';

const at = (ms: number) => ({ toMillis: () => ms });
const WANTS: Preferences = {
  productEmails: true,
  promotionalEmails: false,
  telemetry: false,
  cookies: 'unasked',
};
const page = (preferences: Preferences = WANTS, version = '2026-01-01') => ({
  preferences,
  acceptedPolicy: { version, at: at(1) },
});
const entry = (given: boolean, ms: number, what: UserConsent['what'] = 'product-emails'): UserConsent => ({
  ...{ what, given, textVersion: '1', source: 'preferences', at: at(ms) },
});
const reading = { page: page(), ledger: [entry(true, 10)], optOut: null, before: null };
const stopped = (ms: number) => ({ product: at(ms), promotions: null, note: '' });

describe('who is sent product news', () => {
  const cases: [string, Parameters<typeof planNews>[1], ReturnType<typeof planNews>][] = [
    ['who said yes', reading, 'send'],
    ['who is no more', { ...reading, page: null }, 'no-account'],
    ['who said no', { ...reading, page: page({ ...WANTS, productEmails: false }) }, 'not-wanted'],
    ['of whom no yes is on record', { ...reading, ledger: [] }, 'no-consent'],
    [
      'who said yes to offers only',
      { ...reading, ledger: [entry(true, 10, 'promotional-emails')] },
      'no-consent',
    ],
    ['whose newest word is no', { ...reading, ledger: [entry(true, 10), entry(false, 20)] }, 'no-consent'],
    ['whose newest word is yes', { ...reading, ledger: [entry(false, 10), entry(true, 20)] }, 'send'],
    ['who wrote to support later', { ...reading, optOut: stopped(11) }, 'opted-out'],
    ['who said yes after they wrote to support', { ...reading, optOut: stopped(9) }, 'send'],
    [
      'who stopped another list at support',
      { ...reading, optOut: { ...stopped(11), product: null, promotions: at(11) } },
      'send',
    ],
    ['who has it', { ...reading, before: { state: 'sent', tries: 1 } }, 'done'],
    ['who may have it', { ...reading, before: { state: 'uncertain', tries: 1 } }, 'done'],
    ['at whom a run died', { ...reading, before: { state: 'claimed', tries: 1 } }, 'done'],
    ['whom the server does not know', { ...reading, before: { state: 'refused', tries: 1 } }, 'done'],
    ['whom the server put off', { ...reading, before: { state: 'waiting', tries: 2 } }, 'send'],
    [
      'whom the server put off three times',
      { ...reading, before: { state: 'waiting', tries: 3 } },
      'given-up',
    ],
    [
      'who was put off and says no now',
      { ...reading, page: page({ ...WANTS, productEmails: false }), before: { state: 'waiting', tries: 1 } },
      'not-wanted',
    ],
  ];
  for (const [who, given, expected] of cases) {
    it(`${expected === 'send' ? 'is' : 'is not'} somebody ${who}`, () => {
      expect(planNews('product', given)).to.equal(expected);
    });
  }
});

describe('who is told of a version of the policy', () => {
  const tell = (more: Partial<typeof reading>) => planPolicyNotice('2026-06-01', { ...reading, ...more });

  it('is everybody with an account, whatever news they want', () => {
    expect(tell({ ledger: [], page: page({ ...WANTS, productEmails: false }) })).to.equal('send');
  });

  it('is nobody who accepted it, or a later one', () => {
    expect(tell({ page: page(WANTS, '2026-06-01') })).to.equal('knows-it');
    expect(tell({ page: page(WANTS, '2026-07-01') })).to.equal('knows-it');
  });
});

describe('a run of a mailing', () => {
  const runner = { id: 'r1', until: at(100) };

  it('begins where there was none, and goes on where one has died', () => {
    expect(planRun(null, 50)).to.equal('run');
    expect(planRun({ runner: null, finishedAt: null }, 50)).to.equal('run');
    expect(planRun({ runner, finishedAt: null }, 100)).to.equal('run');
  });

  it('waits while another lives, and ends where all is done', () => {
    expect(planRun({ runner, finishedAt: null }, 40)).to.deep.equal({ busyMs: 60 });
    expect(planRun({ runner: null, finishedAt: at(1) }, 50)).to.equal('finished');
  });
});
