import { expect } from 'chai';
import { MESSAGE_STATES, type MessageState } from './message.js';
import {
  dueAtMs,
  isSendLater,
  MAX_ATTEMPTS,
  OUTBOX_EVENTS,
  planBackoff,
  planTransition,
  type OutboxEvent,
} from './transitions.js';

/** Every state x every event; '.' changes nothing. Columns are OUTBOX_EVENTS in order, states by their letters. */
const LETTERS: Record<string, MessageState> = {
  S: 'scheduled',
  L: 'sending',
  T: 'sent',
  D: 'delivered',
  F: 'failed',
  B: 'blocked',
  C: 'canceled',
  U: 'uncertain',
};
//                gate        provider     evidence  status  person
//                a l b lease  a p t spent  a b u     d f     c r r!
const TABLE: Record<MessageState, string> = {
  requested: '     S S B L     . . . .      . . .     . .     C . .',
  scheduled: '     S S B L     T . . .      T . .     D .     C . .',
  sending: '       . . . .     T F S F      T S U     D F     . . .',
  sent: '          . . . .     . . . .      . . .     D F     . . .',
  delivered: '     . . . .     . . . .      . . .     . .     . . .',
  failed: '        . . . .     . . . .      . . .     D .     . S S',
  blocked: '       . . . .     T . . .      T . .     D .     . S S',
  canceled: '      . . . .     T . . .      T . .     D .     . . .',
  uncertain: '     . . . .     T . . .      T S .     D F     . . S',
  received: '      . . . .     . . . .      . . .     . .     . . .',
};

describe('a message on its way out', () => {
  for (const from of MESSAGE_STATES) {
    const cells = TABLE[from].trim().split(/\s+/u);
    it(`${from} answers each of the ${OUTBOX_EVENTS.length} events as the table says`, () => {
      expect(cells).to.have.length(OUTBOX_EVENTS.length);
      const planned = OUTBOX_EVENTS.map((event) => planTransition(from, event));
      expect(planned).to.deep.equal(cells.map((cell) => LETTERS[cell] ?? null));
    });
  }

  const walk = (...events: OutboxEvent[]) =>
    events.reduce<MessageState>((state, event) => planTransition(state, event) ?? state, 'requested');

  it('resolves an uncertain message by a late delivery', () => {
    expect(walk('leased', 'evidence-unknown')).to.equal('uncertain');
    expect(walk('leased', 'evidence-unknown', 'status-delivered')).to.equal('delivered');
  });

  it('upgrades an uncertain message when its slow sender settles', () => {
    expect(walk('leased', 'evidence-unknown', 'accepted')).to.equal('sent');
  });

  it('keeps a delivery when the provider reports a failure afterwards', () => {
    expect(walk('leased', 'accepted', 'status-delivered', 'status-failed')).to.equal('delivered');
  });

  it('keeps a failure that overtook the acceptance', () => {
    expect(walk('leased', 'status-failed', 'accepted')).to.equal('failed');
  });

  it('never sends again what a slow sender got accepted after the sweeper gave it back', () => {
    expect(walk('leased', 'evidence-absent', 'accepted')).to.equal('sent');
    expect(planTransition('sent', 'leased')).to.equal(null);
  });

  it('sends an uncertain message again only when the person knows of the doubt', () => {
    expect(planTransition('uncertain', 'retried')).to.equal(null);
    expect(planTransition('uncertain', 'retried-despite-doubt')).to.equal('scheduled');
  });

  it('lets one sender at a time lease a message', () => {
    expect(planTransition('sending', 'leased')).to.equal(null);
  });

  it('cancels only what no sender has taken', () => {
    const cancelable = MESSAGE_STATES.filter((state) => planTransition(state, 'canceled') !== null);
    expect(cancelable).to.deep.equal(['requested', 'scheduled']);
  });
});

describe('the backoff', () => {
  it('waits 30 s, 2 min, 8 min and 32 min, then gives up', () => {
    const waits = [1, 2, 3, 4].map((attempts) => {
      const plan = planBackoff(attempts, 1_000);
      return plan.event === 'refused-transient' ? plan.sendAtMs - 1_000 : null;
    });
    expect(waits).to.deep.equal([30_000, 120_000, 480_000, 1_920_000]);
    expect(planBackoff(MAX_ATTEMPTS, 1_000)).to.deep.equal({ event: 'attempts-spent' });
  });
});

describe('the due time', () => {
  it('ends with the undo window', () => {
    expect(dueAtMs({ requestedAtMs: 5_000, undoSeconds: 10, sendAtMs: null })).to.equal(15_000);
    expect(dueAtMs({ requestedAtMs: 5_000, undoSeconds: 0, sendAtMs: null })).to.equal(5_000);
  });

  it('waits for a send-later time but never cuts the undo window short', () => {
    expect(dueAtMs({ requestedAtMs: 5_000, undoSeconds: 10, sendAtMs: 99_000 })).to.equal(99_000);
    expect(dueAtMs({ requestedAtMs: 5_000, undoSeconds: 10, sendAtMs: 6_000 })).to.equal(15_000);
  });

  it('counts as send later from more than a minute ahead', () => {
    expect(isSendLater(null, 0)).to.equal(false);
    expect(isSendLater(60_000, 0)).to.equal(false);
    expect(isSendLater(60_001, 0)).to.equal(true);
  });
});
