import type { Invite } from '@leadpulse/model';
import { expect } from 'chai';
import { expiryWords, isAhead, sayMail, standingOf } from './inviteWords.js';

const NOW = Date.parse('2026-11-25T12:00:00');
const moment = (ms: number) => ({ toMillis: () => ms });
const invite = (of: Partial<Invite>): Invite => ({
  email: 'ada@example.com',
  role: 'agent',
  sees: 'everything',
  state: 'open',
  tokenHash: 'h'.repeat(64),
  invitedBy: 'u1',
  createdAt: moment(NOW),
  expiresAt: moment(NOW + 86_400_000),
  mail: 'sent',
  acceptedBy: null,
  ...of,
});

describe('an invite in the list', () => {
  it('stands open until its time is over', () => {
    expect(standingOf(invite({}), NOW)).to.equal('open');
    expect(standingOf(invite({ mail: 'sending' }), NOW)).to.equal('open');
    expect(standingOf(invite({ expiresAt: moment(NOW) }), NOW)).to.equal('expired');
  });

  it('says that its mail did not go out only while that matters', () => {
    expect(standingOf(invite({ mail: 'failed' }), NOW)).to.equal('unmailed');
    expect(standingOf(invite({ mail: 'failed', state: 'revoked' }), NOW)).to.equal('revoked');
    expect(standingOf(invite({ mail: 'failed', expiresAt: moment(NOW - 1) }), NOW)).to.equal('expired');
  });

  it('is ahead until it was accepted or revoked', () => {
    expect((['open', 'unmailed', 'expired'] as const).every(isAhead)).to.equal(true);
    expect((['accepted', 'revoked'] as const).some(isAhead)).to.equal(false);
  });

  it('names the end of its time', () => {
    expect(expiryWords(invite({}), 'open', NOW)).to.equal('Good until Nov 26');
    expect(expiryWords(invite({ expiresAt: moment(NOW - 86_400_000) }), 'expired', NOW)).to.equal(
      'Expired Yesterday',
    );
    expect(expiryWords(invite({}), 'accepted', NOW)).to.equal('');
  });

  it('says where its mail went, or that it did not go', () => {
    expect(sayMail('sent', 'ada@example.com').message).to.include('on its way to ada@example.com');
    expect(sayMail('failed', 'ada@example.com').message).to.include('did not go out');
  });
});
