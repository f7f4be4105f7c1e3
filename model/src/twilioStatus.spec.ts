import { expect } from 'chai';
import type { MessageState } from './message.js';
import type { OutboxEvent } from './transitions.js';
import { planTransition } from './transitions.js';
import type { TwilioProgress } from './twilioStatus.js';
import { twilioProgress } from './twilioStatus.js';

const EVENTS: Record<TwilioProgress, OutboxEvent> = {
  accepted: 'evidence-accepted',
  delivered: 'status-delivered',
  failed: 'status-failed',
};

/** Where a message ends that was being sent, by the callbacks in this order. */
function endOf(statuses: readonly string[]): MessageState {
  return statuses.reduce<MessageState>(
    (state, status) => planTransition(state, EVENTS[twilioProgress(status)]) ?? state,
    'sending',
  );
}

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) =>
    ordersOf([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

describe('status callbacks of Twilio', () => {
  for (const status of ['accepted', 'scheduled', 'queued', 'sending', 'sent', 'partially_delivered', 'new']) {
    it(`"${status}" proves that Twilio has the message`, () =>
      expect(twilioProgress(status)).to.equal('accepted'));
  }

  it('end a delivered message as delivered in every order, twice each', () => {
    const all = ['queued', 'sending', 'sent', 'delivered'];
    for (const order of ordersOf(all)) {
      expect(endOf(order)).to.equal('delivered');
      expect(endOf([...order, ...order])).to.equal('delivered');
    }
  });

  it('end an undelivered message as failed in every order, twice each', () => {
    for (const order of ordersOf(['queued', 'sent', 'undelivered'])) {
      expect(endOf(order)).to.equal('failed');
      expect(endOf([...order, ...order])).to.equal('failed');
    }
  });
});
