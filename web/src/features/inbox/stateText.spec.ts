import type { Message } from '@leadpulse/model';
import { expect } from 'chai';
import { stateText, undoSecondsLeft } from './stateText.js';

const now = Date.parse('2026-11-23T15:00:00Z');
const moment = (millis: number) => ({ toMillis: () => millis });

function out(fields: Partial<Message>): Message {
  return {
    channel: 'sms',
    direction: 'out',
    accountId: 'a',
    from: '+15005550001',
    to: '+12125550123',
    body: 'Hi',
    state: 'requested',
    at: moment(now),
    requestedAt: moment(now),
    undoSeconds: 10,
    ...fields,
  };
}

const say = (fields: Partial<Message>, later = 0) =>
  stateText(out(fields), { now: now + later, isPending: false, isOnline: true }, 'UTC');

describe('the words under a message', () => {
  it('an undo window counts down and offers to undo', () => {
    expect(say({}, 3000))
      .to.include({ text: 'Sending in 7 s' })
      .and.deep.include({ actions: ['undo'] });
  });

  it('after the undo window nothing can be undone', () => {
    expect(say({}, 10_000)).to.deep.include({ text: 'Sending…', actions: [] });
  });

  it('a clock that runs behind shows at most the whole window', () => {
    expect(undoSecondsLeft(out({}), now - 60_000)).to.equal(10);
  });

  it('a message for later says when and can be canceled', () => {
    expect(say({ sendAt: moment(now + 86_400_000) })).to.deep.include({
      text: 'Scheduled for tomorrow, 3:00 PM',
      actions: ['cancel'],
    });
  });

  it('quiet hours say why the message waits', () => {
    const reasons = [{ code: 'quiet-hours', text: 'It is 5:30 AM where the lead is.' }];
    const decision = { allowed: true, reasons, at: moment(now) };
    const text = say({ state: 'scheduled', sendAt: moment(now + 9_000_000), decision });
    expect(text).to.include({ text: 'Scheduled for 5:30 PM', why: 'It is 5:30 AM where the lead is.' });
  });

  it('a blocked message gives each reason', () => {
    const reasons = [
      { code: 'opted-out', text: 'The lead wrote STOP.' },
      { code: 'paused', text: 'The plan is paused.' },
    ];
    const decision = { allowed: false, reasons, at: moment(now) };
    expect(say({ state: 'blocked', decision })).to.deep.equal({
      tone: 'bad',
      text: 'Not sent',
      why: 'The lead wrote STOP. The plan is paused.',
      actions: ['retry'],
    });
  });

  it('a bounce after sending is told from a failure before it', () => {
    const error = { code: 'bounced', message: 'The number does not exist.' };
    expect(say({ state: 'failed', error })).to.include({ text: 'Not sent', why: error.message });
    expect(say({ state: 'failed', error, sentAt: moment(now) })).to.include({ text: 'Not delivered' });
  });

  it('an uncertain message is explained and may be sent again', () => {
    expect(say({ state: 'uncertain' })).to.deep.include({ tone: 'warn', actions: ['send-again'] });
  });

  it('a write that waits for a connection says so', () => {
    const text = stateText(out({}), { now, isPending: true, isOnline: false }, 'UTC');
    expect(text).to.deep.include({ text: 'Waiting for a connection', actions: ['cancel'] });
  });

  it('a delivered message gives the time', () => {
    expect(say({ state: 'delivered', deliveredAt: moment(now) })).to.include({
      tone: 'done',
      text: 'Delivered 3:00 PM',
    });
  });
});
