import type { Account, Message } from '@leadpulse/model';
import { expect } from 'chai';
import { replyReferences, replyRoute, replySubject } from './replyRoute.js';

const moment = { toMillis: () => 0 };
const health = { lastInboundAt: null, lastOutboundAt: null, lastError: null, syncedTo: null };

function account(accountId: string, fields: Partial<Account>) {
  const whole: Account = {
    kind: 'sandbox',
    channel: 'sms',
    address: `${accountId}@x`,
    displayName: accountId,
    state: 'active',
    health,
    createdAt: moment,
    ...fields,
  };
  return { accountId, account: whole };
}

function message(fields: Partial<Message>): Message {
  return {
    channel: 'sms',
    direction: 'in',
    accountId: 'number',
    from: '+1',
    to: 'us',
    body: '',
    state: 'received',
    at: moment,
    ...fields,
  };
}

const accounts = [account('number', {}), account('mailbox', { channel: 'email' })];
const contact = { phones: ['+1', '+2'], emails: ['a@b.example'] };
const unchosen = { accountId: null, to: null };

describe('the way an answer goes', () => {
  it('a first message takes the first account the contact can be reached by', () => {
    const route = replyRoute(unchosen, { phones: [], emails: ['a@b.example'] }, accounts, []);
    expect(route).to.deep.include({ account: accounts[1], to: 'a@b.example' });
  });

  it('a first message is a text where both are possible', () => {
    const route = replyRoute(unchosen, contact, accounts.toReversed(), []);
    expect(route.account).to.equal(accounts[0]);
  });

  it('an answer goes back the way the last message came', () => {
    const route = replyRoute(unchosen, contact, accounts, [message({ from: '+2' })]);
    expect(route).to.deep.include({ account: accounts[0], to: '+2', addresses: ['+1', '+2'] });
  });

  it('is another one while the account of the last message is away, and tells which', () => {
    const paused = account('number', { state: 'paused' });
    const both = [paused, account('mailbox', { channel: 'email' })];
    const route = replyRoute(unchosen, contact, both, [message({})]);
    expect(route).to.deep.include({ account: both[1], instead: paused });
    const chosen = replyRoute({ accountId: 'mailbox', to: null }, contact, both, [message({})]);
    expect(chosen.instead).to.equal(null);
    expect(replyRoute(unchosen, contact, accounts, [message({})]).instead).to.equal(null);
  });

  it('a choice wins over the conversation', () => {
    const route = replyRoute({ accountId: 'mailbox', to: null }, contact, accounts, [
      message({ from: '+2' }),
    ]);
    expect(route).to.deep.include({ account: accounts[1], to: 'a@b.example' });
  });

  it('an account that was disconnected is passed over', () => {
    const off = [account('number', { state: 'disconnected' }), accounts[1]!];
    expect(replyRoute(unchosen, contact, off, [message({})]).account?.accountId).to.equal('mailbox');
  });

  it('an address the contact no longer holds is not written to', () => {
    expect(replyRoute(unchosen, contact, accounts, [message({ from: '+9' })]).to).to.equal('+1');
  });

  it('a contact without an address of the channel leaves the address open', () => {
    const route = replyRoute({ accountId: 'number', to: null }, { phones: [], emails: [] }, accounts, []);
    expect(route).to.deep.include({ account: accounts[0], to: null, addresses: [] });
  });

  it('no active account leaves the way open', () => {
    expect(replyRoute(unchosen, contact, [], []).account).to.equal(null);
  });
});

describe('an email answer', () => {
  const thread = [
    message({ channel: 'email', subject: 'RE: re: Boiler', providerId: '<3@x>' }),
    message({}),
    message({ channel: 'email', subject: 'Boiler', providerId: '<1@x>' }),
  ];

  it('has one Re: before the subject', () => {
    expect(replySubject(thread)).to.equal('Re: Boiler');
    expect(replySubject([message({})])).to.equal('');
  });

  it('refers to the emails before it, oldest first', () => {
    expect(replyReferences(thread, 'Re: Boiler')).to.deep.equal(['<1@x>', '<3@x>']);
  });

  it('refers to nothing under a new subject', () => {
    expect(replyReferences(thread, 'Invoice')).to.deep.equal([]);
  });

  it('refers to the 20 newest of a long thread', () => {
    const long = Array.from({ length: 30 }, (_, index) =>
      message({ channel: 'email', subject: 'Boiler', providerId: `<${30 - index}@x>` }),
    );
    const references = replyReferences(long, 'Re: Boiler');
    expect([references.length, references[0], references.at(-1)]).to.deep.equal([20, '<11@x>', '<30@x>']);
  });
});
