import { expect } from 'chai';
import { LIMITS } from './limits.js';
import type { Feature } from './telemetry.js';
import {
  batchKey,
  dayOf,
  dayPlus,
  dayStart,
  FEATURES,
  slotOf,
  SLOTS_PER_DAY,
  withUses,
} from './telemetry.js';
import { telemetryBatchSchema } from './usage.js';

const at = { toMillis: () => 0 };
const batch = (changes: object = {}) =>
  telemetryBatchSchema.safeParse({
    ...{ day: '2026-11-25', slot: 0, browser: 'firefox', counts: { 'note.add': 1 }, at },
    ...changes,
  }).success;

describe('the list of features [P3]', () => {
  it('names each once, a noun and what is done with it, in letters only', () => {
    expect(new Set(FEATURES).size).to.equal(FEATURES.length);
    for (const feature of FEATURES) expect(feature).to.match(/^[a-z]+\.[a-z]+([A-Z][a-z]+)?$/);
  });
});

describe('days and their five minutes', () => {
  const noon = Date.UTC(2026, 10, 25, 12, 7);

  it('are those of UTC', () => {
    expect(dayOf(noon)).to.equal('2026-11-25');
    expect(dayStart('2026-11-25')).to.equal(Date.UTC(2026, 10, 25));
    expect(dayPlus('2026-11-30', 1)).to.equal('2026-12-01');
    expect(dayPlus('2026-03-01', -1)).to.equal('2026-02-28');
  });

  it('are numbered from 0 to 287', () => {
    expect(slotOf(noon)).to.equal(12 * 12 + 1);
    expect(slotOf(dayStart('2026-11-25'))).to.equal(0);
    expect(slotOf(dayStart('2026-11-26') - 1)).to.equal(SLOTS_PER_DAY - 1);
  });

  it('make another id for another person, organization, day or slot', () => {
    const keys = [
      batchKey('u', 'o', { day: '2026-11-25', slot: 1 }),
      batchKey('v', 'o', { day: '2026-11-25', slot: 1 }),
      batchKey('u', 'p', { day: '2026-11-25', slot: 1 }),
      batchKey('u', 'o', { day: '2026-11-26', slot: 1 }),
      batchKey('u', 'o', { day: '2026-11-25', slot: 11 }),
    ];
    expect(new Set(keys).size).to.equal(keys.length);
  });
});

describe('a batch', () => {
  it('holds each feature of the list, from one use up to the limit', () => {
    for (const feature of FEATURES) {
      expect(batch({ counts: { [feature]: 1 } })).to.equal(true);
      expect(batch({ counts: { [feature]: LIMITS.usesPerBatch } })).to.equal(true);
      expect(batch({ counts: { [feature]: LIMITS.usesPerBatch + 1 } })).to.equal(false);
      expect(batch({ counts: { [feature]: 0 } })).to.equal(false);
    }
  });

  for (const [what, changes] of Object.entries({
    'a feature that is not of the list': { counts: { 'Lee called': 1 } },
    'no feature': { counts: {} },
    'a number in words': { counts: { 'note.add': '1' } },
    'half a use': { counts: { 'note.add': 0.5 } },
    'a browser by its full name': { browser: 'Mozilla/5.0 (X11; Linux x86_64)' },
    'a day with an hour': { day: '2026-11-25T10' },
    'the slot after the last': { slot: SLOTS_PER_DAY },
    'a further field': { note: '' },
  })) {
    it(`does not hold ${what}`, () => expect(batch(changes)).to.equal(false));
  }
});

describe('adding uses up', () => {
  it('keeps what was there and stays within what a batch may say', () => {
    const before: Partial<Record<Feature, number>> = { 'note.add': 9, 'inbox.open': 1 };
    expect(withUses(before, { 'note.add': 3, 'keys.help': 1 }, 10)).to.deep.equal({
      'note.add': 10,
      'inbox.open': 1,
      'keys.help': 1,
    });
    expect(before).to.deep.equal({ 'note.add': 9, 'inbox.open': 1 });
  });
});
