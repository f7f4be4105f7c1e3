import { expect } from 'chai';
import type { MonthlyUse, UseLevel } from './allowance.js';
import {
  exceededBy,
  isUsedUp,
  levelOf,
  monthEnd,
  monthlyUseOf,
  monthOf,
  planMonthlyUse,
  planSentIn,
  sentInKey,
} from './allowance.js';
import { purposeSchema } from './message.js';
import { PLANS, TRIAL_ALLOWANCES } from './plans.js';

const at = (iso: string): number => Date.parse(iso);
const use = (month: string, messages: UseLevel, contacts: UseLevel = 'within'): MonthlyUse => ({
  month,
  messages,
  contacts,
});

describe('the level of an allowance', () => {
  const levels: [number, UseLevel][] = [
    [0, 'within'],
    [1_999, 'within'],
    [2_000, 'near'],
    [2_499, 'near'],
    [2_500, 'full'],
    [9_999, 'full'],
  ];
  for (const [used, level] of levels) {
    it(`is ${level} with ${used} of 2500`, () => expect(levelOf(used, 2_500)).to.equal(level));
  }

  it('is full where nothing is allowed', () => expect(levelOf(0, 0)).to.equal('full'));
});

describe('a month', () => {
  const moments: [string, string, string][] = [
    ['2026-01-01T00:00:00.000Z', '2026-01', '2026-02-01T00:00:00.000Z'],
    ['2026-01-31T23:59:59.999Z', '2026-01', '2026-02-01T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', '2026-12', '2027-01-01T00:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', '2028-02', '2028-03-01T00:00:00.000Z'],
    ['2026-10-31T20:30:00.000-04:00', '2026-11', '2026-12-01T00:00:00.000Z'], // still October in New York
  ];
  for (const [moment, month, end] of moments) {
    it(`of ${moment} is ${month} and ends at ${end}`, () => {
      expect(monthOf(at(moment))).to.equal(month);
      expect(monthEnd(month)).to.equal(at(end));
      expect(monthOf(monthEnd(month) - 1)).to.equal(month);
      expect(monthOf(monthEnd(month))).to.not.equal(month);
    });
  }

  it('is of one organization in what messages carry', () => {
    expect(sentInKey('o1', at('2026-11-30T23:59:59Z'))).to.equal('o1/2026-11');
    expect(sentInKey('o2', at('2026-12-01T00:00:00Z'))).to.equal('o2/2026-12');
  });

  it('that is used up ends with its last millisecond', () => {
    const full = use('2026-11', 'full');
    expect(isUsedUp(full, at('2026-11-30T23:59:59.999Z'))).to.be.true;
    expect(isUsedUp(full, at('2026-12-01T00:00:00.000Z'))).to.be.false;
    expect(isUsedUp(use('2026-11', 'near'), at('2026-11-30T00:00:00Z'))).to.be.false;
    expect(isUsedUp(null, at('2026-11-30T00:00:00Z'))).to.be.false;
  });
});

describe('a count', () => {
  it('gives the levels of messages and contacts', () => {
    const nowMs = at('2026-11-20T00:00:00Z');
    const counted = monthlyUseOf({ messages: 8_000, contacts: 15_000 }, TRIAL_ALLOWANCES, nowMs);
    expect(counted).to.deep.equal(use('2026-11', 'near', 'full'));
  });

  const counts: [string, MonthlyUse | null, MonthlyUse, boolean][] = [
    ['a first one that finds room', null, use('2026-11', 'within'), false],
    ['a first one that finds little room', null, use('2026-11', 'near'), true],
    ['one that finds the same', use('2026-11', 'near'), use('2026-11', 'near'), false],
    ['one that finds more', use('2026-11', 'near'), use('2026-11', 'full'), true],
    ['one after a larger plan', use('2026-11', 'full'), use('2026-11', 'within'), true],
    ['the first of a new month', use('2026-11', 'full'), use('2026-12', 'within'), false],
    ['one that finds the new month full', use('2026-11', 'full'), use('2026-12', 'full'), true],
    ['one that finds more contacts', use('2026-11', 'within'), use('2026-11', 'within', 'near'), true],
    [
      'one in a new month with as many contacts',
      use('2026-11', 'full', 'near'),
      use('2026-12', 'within', 'near'),
      false,
    ],
  ];
  for (const [what, before, counted, isWritten] of counts) {
    it(`is ${isWritten ? '' : 'not '}written down if it is ${what}`, () =>
      expect(planMonthlyUse(before, counted)).to.equal(isWritten ? counted : null));
  }
});

describe('a message that was handed over', () => {
  const nowMs = at('2026-11-20T00:00:00Z');

  for (const purpose of purposeSchema.options) {
    const isCounted = purpose === 'conversation';
    it(`is ${isCounted ? '' : 'not '}counted if it is for ${purpose}`, () =>
      expect(planSentIn('o1', { purpose }, nowMs)).to.deep.equal(isCounted ? { sentIn: 'o1/2026-11' } : {}));
  }

  it('is counted if it does not say what for', () =>
    expect(planSentIn('o1', {}, nowMs)).to.deep.equal({ sentIn: 'o1/2026-11' }));

  it('stays in the month of its first hand-over', () =>
    expect(planSentIn('o1', { sentIn: 'o1/2026-10' }, nowMs)).to.deep.equal({}));
});

describe('a plan', () => {
  for (const { name, allowances } of PLANS) {
    it(`of ${name} has room for the practice accounts of sign-up`, () =>
      expect(allowances.accounts).to.be.at.least(2));
  }

  it('is exceeded by what goes over it, not by what fills it', () => {
    const starter = PLANS[0]!.allowances;
    expect(exceededBy({ accounts: 3, contacts: 2_500, messages: 2_500 }, starter)).to.be.empty;
    expect(exceededBy({ accounts: 4, contacts: 2_500, messages: 2_501 }, starter)).to.deep.equal([
      { what: 'accounts', used: 4, allowed: 3 },
      { what: 'messages', used: 2_501, allowed: 2_500 },
    ]);
  });
});
