import type { LastMessage } from '@leadpulse/model';
import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { afterBlock, afterLease } from './contactEffect.js';
import type { OutMessage } from './outMessage.js';

const at = (ms: number): Timestamp => Timestamp.fromMillis(ms);
const last = (messageId: string, ms: number): LastMessage => ({
  messageId,
  at: at(ms),
  channel: 'sms',
  direction: 'in',
  preview: 'Hello',
});

const message: OutMessage = {
  channel: 'sms',
  accountId: 'a',
  from: '+15005550100',
  to: '+14155550100',
  body: 'Does Tuesday suit you?',
  state: 'requested',
  attempts: 0,
  atMs: 2000,
  requestedAtMs: 2000,
  sendAtMs: null,
  leaseUntilMs: null,
};

describe('a contact whose message goes out', () => {
  it('moves to the top if the composer has not moved it', () => {
    const fields = afterLease({ lastMessage: last('earlier', 1000) }, 'm', message);
    expect(fields).to.deep.include({ waitingSince: null });
    expect(fields?.lastMessage).to.deep.include({ messageId: 'm', direction: 'out' });
  });

  it('is left as it is if the composer has moved it, or something newer has come', () => {
    expect(afterLease({ lastMessage: last('m', 2000) }, 'm', message)).to.be.null;
    expect(afterLease({ lastMessage: last('newer', 3000) }, 'm', message)).to.be.null;
  });

  it('is left as it is by an automatic answer', () => {
    const automatic = { ...message, purpose: 'opt-out-confirmation' as const };
    expect(afterLease({ lastMessage: last('earlier', 1000) }, 'm', automatic)).to.be.null;
  });
});

describe('a contact whose message does not go out', () => {
  const waiting = {
    lastMessage: last('m', 2000),
    lastInboundAt: at(1000),
    optOut: { sms: false, email: false },
  };

  it('waits again', () => {
    expect(afterBlock(waiting, 'm', 'sms')).to.deep.equal({ waitingSince: at(1000) });
  });

  it('does not wait if it opted out, never wrote, or something newer has come', () => {
    expect(afterBlock({ ...waiting, optOut: { sms: true, email: false } }, 'm', 'sms')).to.be.null;
    expect(afterBlock({ ...waiting, lastInboundAt: null }, 'm', 'sms')).to.be.null;
    expect(afterBlock({ ...waiting, lastMessage: last('newer', 3000) }, 'm', 'sms')).to.be.null;
  });
});
