import { BATCH_AGE_MS, BATCH_PAUSE_MS, batchKey } from '@leadpulse/model';
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Surroundings } from './collector.js';
import { collectorIn } from './collector.js';
import { count, countIn } from './count.js';
import type { Outbox, Outcome, Sent } from './outbox.js';
import { emptyOutbox } from './outbox.js';

const NOON = Date.UTC(2026, 10, 25, 12);

/** A page whose clock, storage and network are ours. */
function page(changes: Partial<Surroundings> = {}) {
  const state = { now: NOON, outbox: emptyOutbox('u1'), answer: 'sent' as Outcome };
  const sent: Sent[] = [];
  const around: Surroundings = {
    uid: 'u1',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    now: () => state.now,
    isOnline: () => true,
    read: () => state.outbox,
    write: (outbox: Outbox) => void (state.outbox = outbox),
    idToken: () => Promise.resolve('token'),
    send: (one) => {
      sent.push(one);
      return Promise.resolve(state.answer);
    },
    ...changes,
  };
  return { state, sent, collector: collectorIn(around) };
}

describe('the collector of a page', () => {
  beforeEach(() => countIn('o1'));
  afterEach(() => countIn(null));

  it('keeps uses in the browser until they have waited', async () => {
    const { state, sent, collector } = page();
    count('note.add');
    await collector.flush();
    expect(sent).to.deep.equal([]);
    expect(state.outbox.pending[0]?.counts).to.deep.equal({ 'note.add': 1 });
    count('note.add');
    state.now += BATCH_AGE_MS;
    await collector.flush();
    expect(sent.map(({ document }) => document)).to.deep.equal([
      { day: '2026-11-25', slot: 144, browser: 'firefox', counts: { 'note.add': 2 } },
    ]);
    expect(state.outbox).to.deep.include({ pending: [], leftAt: state.now });
    expect(state.outbox.sent[0]?.outcome).to.equal('sent');
  });

  it('lets a document leave under the id that the rules work out too', async () => {
    const { sent, collector } = page();
    count('note.add');
    await collector.flush(true);
    const key = batchKey('u1', 'o1', { day: '2026-11-25', slot: 144 });
    expect(sent[0]?.batchId).to.equal(createHash('sha256').update(key).digest('hex'));
  });

  it('lets a document leave in the very turn in which the page is closed, once it has looked before', async () => {
    const { sent, collector } = page({ idToken: () => Promise.resolve('token') });
    count('note.add');
    await collector.flush();
    void collector.flush(true);
    await Promise.resolve().then(() => undefined); // no timer, no event: a few turns of the same task
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
    expect(sent).to.have.length(1);
  });

  it('sends nothing twice, when an answer is lost neither', async () => {
    const { state, sent, collector } = page();
    state.answer = 'unknown';
    count('note.add');
    await collector.flush(true);
    state.now += BATCH_PAUSE_MS;
    await collector.flush(true);
    expect(sent).to.have.length(1);
    expect(state.outbox.sent[0]?.outcome).to.equal('unknown');
  });

  it('sends one document of two looks at the same time', async () => {
    const { sent, collector } = page();
    count('note.add');
    await Promise.all([collector.flush(true), collector.flush(true), collector.flush(true)]);
    expect(sent).to.have.length(1);
  });

  it('sends nothing offline, signed out or where nothing can be kept, and loses nothing', async () => {
    for (const changes of [
      { isOnline: () => false },
      { idToken: () => Promise.resolve(null) },
    ] satisfies Partial<Surroundings>[]) {
      const { state, sent, collector } = page(changes);
      count('note.add');
      await collector.flush(true);
      expect(sent).to.deep.equal([]);
      expect(state.outbox.pending).to.have.length(1);
    }
    const { sent, collector } = page({ write: () => undefined });
    count('note.add');
    await collector.flush(true);
    expect(sent).to.deep.equal([]);
  });

  it('tells of an organization what was used there', async () => {
    const { state, sent, collector } = page();
    count('note.add');
    countIn('o2');
    count('keys.help');
    await collector.flush(true);
    state.now += BATCH_PAUSE_MS;
    await collector.flush(true);
    expect(sent.map(({ orgId, document }) => [orgId, document.counts])).to.deep.equal([
      ['o1', { 'note.add': 1 }],
      ['o2', { 'keys.help': 1 }],
    ]);
  });
});
