import { expect } from 'chai';
import { heedMailbox, placedAtMs, planInbound, planSentElsewhere } from './inboundPlan.js';
import type { OptOutReading } from './optOut.js';

const moment = (ms: number) => ({ ms, toMillis: () => ms });
const millis = (at: { toMillis(): number } | null) => at?.toMillis() ?? null;

const inbound = {
  messageId: 'in_1',
  channel: 'sms' as const,
  body: 'Is it\nstill free?',
  receivedAt: moment(1_000),
  nowMs: 2_000,
};
const readings: Record<OptOutReading['kind'], OptOutReading> = {
  none: { kind: 'none' },
  stop: { kind: 'stop', word: 'stop' },
  start: { kind: 'start', word: 'start' },
  help: { kind: 'help', word: 'help' },
  unclear: { kind: 'unclear', word: 'not interested' },
};
const calm = {
  lastMessage: null,
  lastInboundAt: null,
  waitingSince: null,
  optOut: { sms: false, email: false },
  inbox: { unread: 2 },
};
const optedOut = { ...calm, optOut: { sms: true, email: false } };

describe('a message that comes in', () => {
  it('opens the contact, counts as unread and waits for an answer', () => {
    const { contact, ...rest } = planInbound(calm, inbound, readings.none);
    expect(contact.lastMessage).to.deep.equal({
      messageId: 'in_1',
      at: inbound.receivedAt,
      channel: 'sms',
      direction: 'in',
      preview: 'Is it still free?',
    });
    expect(contact.inbox).to.deep.equal({ status: 'open', unread: 3, snoozedUntil: null });
    expect([contact.waitingSince, contact.lastInboundAt]).to.deep.equal([
      inbound.receivedAt,
      inbound.receivedAt,
    ]);
    expect(rest).to.deep.equal({ suppression: null, consent: null, answer: null });
  });

  it('makes a new contact wait from its first message', () => {
    const { contact } = planInbound(null, inbound, readings.none);
    expect([contact.inbox.unread, millis(contact.waitingSince)]).to.deep.equal([1, 1_000]);
    expect(contact.optOut).to.deep.equal({ sms: false, email: false });
  });

  it('leaves the beginning of the wait where it is', () => {
    const { contact } = planInbound({ ...calm, waitingSince: moment(400) }, inbound, readings.none);
    expect(millis(contact.waitingSince)).to.equal(400);
  });

  it('stays history when it arrives after a newer one', () => {
    const lastMessage = {
      messageId: 'm2',
      at: moment(5_000),
      channel: 'email' as const,
      direction: 'out' as const,
      preview: 'Hi',
    };
    const { contact } = planInbound(
      { ...calm, lastMessage, lastInboundAt: moment(3_000) },
      inbound,
      readings.none,
    );
    expect([contact.lastMessage, millis(contact.lastInboundAt)]).to.deep.equal([lastMessage, 3_000]);
  });

  it('opts out at once, is seen as unread, and waits for nothing', () => {
    const { contact, ...rest } = planInbound({ ...calm, waitingSince: moment(400) }, inbound, readings.stop);
    expect(contact.optOut).to.deep.equal({ sms: true, email: false });
    expect([contact.waitingSince, contact.inbox.unread]).to.deep.equal([null, 3]);
    expect(rest).to.deep.equal({ suppression: 'add', consent: 'revoke', answer: 'opt-out-confirmation' });
  });

  it('confirms an opt-out once', () => {
    const { contact, ...rest } = planInbound(optedOut, inbound, readings.stop);
    expect(contact.optOut.sms).to.equal(true);
    expect(rest).to.deep.equal({ suppression: 'add', consent: 'revoke', answer: null });
  });

  it('confirms an opt-out within five minutes and never later', () => {
    const answerAt = (nowMs: number) => planInbound(calm, { ...inbound, nowMs }, readings.stop).answer;
    expect(answerAt(1_000 + 5 * 60_000)).to.equal('opt-out-confirmation');
    expect(answerAt(1_001 + 5 * 60_000)).to.equal(null);
  });

  it('asks a member once what unclear words mean, and waits for them', () => {
    const { contact, ...rest } = planInbound(calm, inbound, readings.unclear);
    expect(contact.optOut.sms).to.equal(false);
    expect(millis(contact.waitingSince)).to.equal(1_000);
    expect(rest).to.deep.equal({ suppression: null, consent: 'doubt', answer: null });
    const question = { messageId: 'in_0', address: '+1', words: 'no', at: moment(1) };
    expect(
      planInbound({ ...calm, optOutQuestion: { sms: question } }, inbound, readings.unclear).consent,
    ).to.equal(null);
    expect(
      planInbound({ ...calm, optOutQuestion: { email: question } }, inbound, readings.unclear).consent,
    ).to.equal('doubt');
    expect(planInbound(optedOut, inbound, readings.unclear).consent).to.equal(null);
  });

  it('keeps an opt-out through any other message', () => {
    expect(planInbound(optedOut, inbound, readings.none).contact.optOut.sms).to.equal(true);
    expect(planInbound(optedOut, inbound, readings.help).contact.optOut.sms).to.equal(true);
  });

  it('lifts an opt-out of its own channel only', () => {
    const both = { ...calm, optOut: { sms: true, email: true } };
    const { contact, ...rest } = planInbound(both, inbound, readings.start);
    expect(contact.optOut).to.deep.equal({ sms: false, email: true });
    expect(rest).to.deep.equal({ suppression: 'lift', consent: 'grant', answer: 'opt-in-confirmation' });
    expect(planInbound(calm, inbound, readings.start).answer).to.equal(null);
  });

  it('asks for help without waiting for a person', () => {
    const { contact, ...rest } = planInbound(calm, inbound, readings.help);
    expect(contact.waitingSince).to.equal(null);
    expect(rest).to.deep.equal({ suppression: null, consent: null, answer: 'help' });
  });
});

describe('where a message stands in its conversation', () => {
  it('is below what came in the same second, when its time is told to the second', () => {
    expect(placedAtMs(5_000, 5_000)).to.equal(5_001);
    expect(placedAtMs(5_000, 5_001)).to.equal(5_002);
  });

  it('is where its own time puts it otherwise', () => {
    expect(placedAtMs(5_000, null)).to.equal(5_000);
    expect(placedAtMs(5_000, 4_999)).to.equal(5_000);
    expect(placedAtMs(5_000, 6_000)).to.equal(5_000);
    expect(placedAtMs(5_250, 5_250)).to.equal(5_250);
  });
});

describe('a mail that is read from a mailbox', () => {
  const mail = { ...inbound, channel: 'email' as const };
  const heed = (before: typeof calm, isRead: boolean, isAnswered: boolean) =>
    heedMailbox(planInbound(before, mail, readings.none), before, mail.receivedAt, { isRead, isAnswered })
      .contact;

  it('is news until somebody has read it there', () => {
    expect(heed(calm, false, false).inbox.unread).to.equal(3);
    expect(heed(calm, true, false).inbox.unread).to.equal(2);
    expect(millis(heed(calm, true, false).waitingSince)).to.equal(1_000);
  });

  it('waits for nobody if it was answered there, or we know of a later mail of ours', () => {
    expect(heed(calm, true, true).waitingSince).to.equal(null);
    const at = moment(1_500);
    const last = { messageId: 'm', at, channel: 'email', direction: 'out', preview: '' } as const;
    expect(heed({ ...calm, lastMessage: last } as never, false, false).waitingSince).to.equal(null);
    const theirs = { ...last, direction: 'in' };
    expect(heed({ ...calm, lastMessage: theirs } as never, false, false).waitingSince).not.to.equal(null);
  });
});

describe('a mail that was sent from elsewhere', () => {
  const sent = {
    messageId: 'sent_1',
    channel: 'email',
    at: moment(1_000),
    body: 'Friday at ten\nthen',
    isAutomatic: false,
  } as const;

  it('is the newest of its conversation and answers who waited', () => {
    const { lastMessage, waitingSince } = planSentElsewhere(
      { lastMessage: null, waitingSince: moment(900) },
      sent,
    );
    expect(lastMessage).to.include({ direction: 'out', channel: 'email', preview: 'Friday at ten then' });
    expect(waitingSince).to.equal(null);
  });

  it('by a machine is shown and answers nobody', () => {
    const before = { lastMessage: null, waitingSince: moment(900) };
    const change = planSentElsewhere(before, { ...sent, isAutomatic: true });
    expect(change.lastMessage).to.include({ direction: 'out' });
    expect(change).not.to.have.property('waitingSince');
  });

  it('changes nothing if the lead wrote after it', () => {
    const at = moment(2_000);
    const last = { messageId: 'in_2', at, channel: 'email', direction: 'in', preview: '' } as const;
    expect(planSentElsewhere({ lastMessage: last, waitingSince: at }, sent)).to.deep.equal({});
  });
});
