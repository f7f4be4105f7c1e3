import { BATCH_AGE_MS, BATCH_PAUSE_MS, LIMITS, SLOTS_PER_DAY, telemetryBatchSchema } from '@leadpulse/model';
import { expect } from 'chai';
import type { Outbox } from './outbox.js';
import { departed, dueFrom, emptyOutbox, freeSlot, pruned, withOutcome, withPending } from './outbox.js';

const NOON = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 86_400_000;
const uses = (count: number, orgId = 'o1') => [{ orgId, counts: { 'note.add': count } }];
const waiting = (sinceMs = NOON, count = 1): Outbox => withPending(emptyOutbox('u1'), uses(count), sinceMs);
const to = { batchId: 'f'.repeat(64), slot: 144, browser: 'firefox' as const, isClosing: false };

describe('what waits in a browser', () => {
  it('is added up by organization and day, from the first use on', () => {
    const later = withPending(waiting(), [...uses(2), ...uses(5, 'o2')], NOON + 60_000);
    const nextDay = withPending(later, uses(1), NOON + DAY_MS);
    expect(nextDay.pending).to.deep.equal([
      { orgId: 'o1', day: '2026-11-25', since: NOON, counts: { 'note.add': 3 } },
      { orgId: 'o2', day: '2026-11-25', since: NOON + 60_000, counts: { 'note.add': 5 } },
      { orgId: 'o1', day: '2026-11-26', since: NOON + DAY_MS, counts: { 'note.add': 1 } },
    ]);
  });

  it('stays within what a batch may say', () => {
    const full = withPending(waiting(NOON, LIMITS.usesPerBatch), uses(5), NOON);
    expect(full.pending[0]?.counts).to.deep.equal({ 'note.add': LIMITS.usesPerBatch });
  });

  it('is dropped when its day ended a day ago, and what was sent after thirty', () => {
    const { outbox } = departed(waiting(), waiting().pending[0]!, to, NOON);
    const kept = withPending(outbox, uses(1), NOON);
    expect(pruned(kept, NOON + DAY_MS).pending).to.have.length(1);
    expect(pruned(kept, NOON + 2 * DAY_MS).pending).to.have.length(0);
    expect(pruned(kept, NOON + 30 * DAY_MS - 1).sent).to.have.length(1);
    expect(pruned(kept, NOON + 30 * DAY_MS).sent).to.have.length(0);
  });
});

describe('when a document leaves', () => {
  it('not before it has waited, unless the page is closed or its day is over', () => {
    expect(dueFrom(waiting(), NOON + BATCH_AGE_MS - 1, false)).to.equal(null);
    expect(dueFrom(waiting(), NOON + BATCH_AGE_MS, false)).not.to.equal(null);
    expect(dueFrom(waiting(), NOON, true)).not.to.equal(null);
    const midnight = Date.UTC(2026, 10, 26);
    expect(dueFrom(waiting(midnight - 1), midnight, false)?.day).to.equal('2026-11-25');
  });

  it('not within five minutes of the one before, whatever happens', () => {
    const after = { ...waiting(), leftAt: NOON };
    expect(dueFrom(after, NOON + BATCH_PAUSE_MS - 1, true)).to.equal(null);
    expect(dueFrom(after, NOON + BATCH_PAUSE_MS, true)).not.to.equal(null);
  });

  it('not where nothing was used', () => expect(dueFrom(emptyOutbox('u1'), NOON, true)).to.equal(null));

  it('the one first that has waited longest', () => {
    const both = withPending(withPending(emptyOutbox('u1'), uses(1, 'o2'), NOON), uses(1), NOON + 1);
    expect(dueFrom(both, NOON + BATCH_AGE_MS, false)?.orgId).to.equal('o2');
  });
});

describe('a document that leaves', () => {
  it('is what the list shows, and what the schema of a batch takes', () => {
    const { outbox, sent } = departed(waiting(), waiting().pending[0]!, to, NOON);
    expect(outbox).to.deep.include({ pending: [], leftAt: NOON, sent: [sent] });
    expect(sent.outcome).to.equal('unknown');
    const written = { ...sent.document, at: { toMillis: () => NOON } };
    expect(telemetryBatchSchema.safeParse(written).success).to.equal(true);
  });

  it('takes its own uses along and no others', () => {
    const both = withPending(waiting(), uses(4, 'o2'), NOON);
    const { outbox } = departed(both, both.pending[0]!, to, NOON);
    expect(outbox.pending.map(({ orgId }) => orgId)).to.deep.equal(['o2']);
  });

  it('is told what became of it', () => {
    const { outbox } = departed(waiting(), waiting().pending[0]!, to, NOON);
    expect(withOutcome(outbox, to.batchId, 'sent').sent[0]?.outcome).to.equal('sent');
    expect(withOutcome(outbox, 'another', 'sent').sent[0]?.outcome).to.equal('unknown');
    const closing = departed(waiting(), waiting().pending[0]!, { ...to, isClosing: true }, NOON);
    expect(closing.sent.outcome).to.equal('left');
  });

  it('has five minutes of its own that day', () => {
    let outbox = waiting();
    expect(freeSlot(outbox, 'o1', '2026-11-25', NOON)).to.equal(144);
    ({ outbox } = departed(outbox, outbox.pending[0]!, to, NOON));
    expect(freeSlot(outbox, 'o1', '2026-11-25', NOON)).to.equal(145);
    expect(freeSlot(outbox, 'o2', '2026-11-25', NOON)).to.equal(144);
    expect(freeSlot(outbox, 'o1', '2026-11-26', NOON)).to.equal(144);
    const last = { ...to, slot: SLOTS_PER_DAY - 1 };
    const full = departed(waiting(), waiting().pending[0]!, last, NOON).outbox;
    expect(freeSlot(full, 'o1', '2026-11-25', Date.UTC(2026, 10, 25, 23, 59))).to.equal(0);
  });
});
